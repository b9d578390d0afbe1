import { readFileSync } from 'node:fs';
import type { Truth } from '../golden/score-document.ts';
import type { Saved } from './mutant.ts';
import type { Printed } from './printed-truth.ts';

const FOLDERS: Readonly<Record<Saved, string>> = { doc: 'doc', xls: 'xlsx' };

/** Names of files with known truth that no renderer here makes: `doc:report-2021`. */
export const SAVED_FILES: readonly string[] = ['doc:report-2019', 'doc:report-2021', 'xls:report-2021'];

/** The bytes of such a file and what it prints for each variable. */
export function savedFile(
  kind: Saved,
  name: string,
): { readonly bytes: Uint8Array; readonly printed: ReadonlyMap<string, Printed> } {
  const fixture = (file: string): Buffer =>
    readFileSync(new URL(`../parsers/${FOLDERS[kind]}/fixtures/${file}`, import.meta.url));
  const truths = JSON.parse(fixture('truth.json').toString()) as readonly Truth[];
  const truth = truths.find(({ file }) => file === `${name}.${kind}`);
  if (!truth) throw new RangeError(`no truth of ${name}.${kind}`);
  const blank = new Set(truth.blank ?? []);
  const values = Object.entries(truth.values);
  return {
    bytes: new Uint8Array(fixture(truth.file)),
    printed: new Map(values.map(([variable, value]) => [variable, blank.has(variable) ? null : value])),
  };
}
