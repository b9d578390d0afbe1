import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { z } from 'zod';
import type { FormBlock, FormColumn, FormRow } from '../forms/form.ts';
import { FORMS } from '../forms/index.ts';
import type { Message } from '../model/finding.ts';
import { type LabelLookup, LookupEntry, type LookupTarget } from '../model/label-lookup.ts';
import { byFileAndLine, listProvinceFiles, wrongFolder } from '../sources/list-province-files.ts';
import { parseYaml } from '../sources/parse-yaml.ts';
import type { SourceProblem } from '../sources/source-problem.ts';

export interface LoadedLookups {
  /** Those of files without a problem, by file and line. */
  readonly lookups: readonly LabelLookup[];
  /** Everything that is wrong in all files, by file and line. */
  readonly problems: readonly SourceProblem[];
}

/**
 * The lookups of every `.yml` file in the provinces' folders of a folder; none when there is no such folder.
 *
 * @param dir - `data/lookups`; files are named by their path within it
 */
export function loadLookups(dir: string): LoadedLookups {
  const { files, strays } = listProvinceFiles(dir);
  const problems: SourceProblem[] = [...strays];
  const lookups: LabelLookup[] = [];
  for (const file of files) {
    const parsed = parseLookups(readFileSync(posix.join(dir, file), 'utf8'), file);
    if ('problems' in parsed) problems.push(...parsed.problems);
    else lookups.push(...parsed.lookups);
  }
  return { lookups, problems: problems.toSorted(byFileAndLine) };
}

/** The lookups of one file, or everything that is wrong with it. */
export function parseLookups(
  text: string,
  file: string,
): { readonly lookups: LabelLookup[] } | { readonly problems: SourceProblem[] } {
  const parsed = parseYaml(text, file, z.array(LookupEntry));
  if ('problems' in parsed) return parsed;
  const { data, lineOf } = parsed;
  const folder = posix.basename(posix.dirname(file));
  const problems: SourceProblem[] = [];
  const lookups = data.flatMap((entry, index): LabelLookup[] => {
    const field = entry.row === undefined ? 'column' : 'row';
    const target = findTarget(field, entry[field] ?? '');
    const misplaced = wrongFolder(entry.division, folder);
    if (misplaced) problems.push({ file, line: lineOf([index, 'division']), message: misplaced });
    if (!target) problems.push({ file, line: lineOf([index, field]), message: noTarget(field, entry) });
    return target ? [{ ...entry, target, file, line: lineOf([index]) }] : [];
  });
  return problems.length > 0 ? { problems } : { lookups };
}

/** `applications.granted` as a row, `challenges.reconsideration.upheld` as a column, of the newest form that has it. */
function findTarget(kind: LookupTarget['kind'], name: string): LookupTarget | null {
  const at = name.indexOf('.');
  const [table, id] = [name.slice(0, at), name.slice(at + 1)];
  const parts = (block: FormBlock): readonly (FormRow | FormColumn)[] =>
    kind === 'row' ? block.rows : block.columns;
  const found = FORMS.flatMap(({ blocks }) => blocks)
    .filter((block) => block.table === table)
    .flatMap(parts)
    .findLast((part) => part.id === id && part.zh !== '');
  return found ? { kind, table, id, zh: found.zh } : null;
}

const noTarget = (field: 'row' | 'column', entry: LookupEntry): Message => ({
  zh: `没有名为 ${entry[field]} 的${field === 'row' ? '行' : '列'}（见 docs/codebook.md）`,
  en: `no form has the ${field} ${entry[field]} (see docs/codebook.md)`,
});
