import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from '../package-root.ts';
import type { Gazetteer } from './gazetteer.ts';
import { buildGazetteer } from './gazetteer.ts';
import { parseAreaCodes, parseDivisionChanges, parseDivisionRows, parsePostcodes } from './parse-tables.ts';

const loaded = new Map<string, Gazetteer>();
let folder: string | undefined;
/** Asked for several times a report, and the same as long as the program runs. */
const ownFolder = (): string => {
  folder ??= join(findPackageRoot(), 'data', 'divisions');
  return folder;
};

/**
 * The gazetteer of `data/divisions`, read once per folder.
 *
 * @param dir - another folder with the same four tables
 */
export function loadGazetteer(dir: string = ownFolder()): Gazetteer {
  const known = loaded.get(dir);
  if (known) return known;
  const gazetteer = buildGazetteer(
    readTable(dir, 'codes.tsv', parseDivisionRows),
    readTable(dir, 'changes.tsv', parseDivisionChanges),
    {
      areaCodes: readTable(dir, 'area-codes.tsv', parseAreaCodes),
      postcodes: readTable(dir, 'postcodes.tsv', parsePostcodes),
    },
  );
  loaded.set(dir, gazetteer);
  return gazetteer;
}

function readTable<T>(dir: string, file: string, parse: (tsv: string) => T): T {
  const path = join(dir, file);
  const tsv = readFileSync(path, 'utf8');
  try {
    return parse(tsv);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
