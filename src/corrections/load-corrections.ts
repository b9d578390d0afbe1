import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { z } from 'zod';
import { type Correction, CorrectionEntry } from '../model/correction.ts';
import type { Message } from '../model/finding.ts';
import { byFileAndLine, listProvinceFiles, wrongFolder } from '../sources/list-province-files.ts';
import { parseYaml } from '../sources/parse-yaml.ts';
import type { SourceProblem } from '../sources/source-problem.ts';

export interface LoadedCorrections {
  /** Those of files without a problem, by file and line. */
  readonly corrections: readonly Correction[];
  /** Everything that is wrong in all files, by file and line. */
  readonly problems: readonly SourceProblem[];
}

/**
 * The corrections of every `.yml` file in the provinces' folders of a folder; none when there is no such folder.
 *
 * @param dir - `data/corrections`; files are named by their path within it
 * @param isVariable - whether a name is a variable of a form: a correction of another would never be used
 */
export function loadCorrections(dir: string, isVariable: (name: string) => boolean): LoadedCorrections {
  const { files, strays } = listProvinceFiles(dir);
  const problems: SourceProblem[] = [...strays];
  const corrections: Correction[] = [];
  for (const file of files) {
    const parsed = parseCorrections(readFileSync(posix.join(dir, file), 'utf8'), file, isVariable);
    if ('problems' in parsed) problems.push(...parsed.problems);
    else corrections.push(...parsed.corrections);
  }
  const doubles = findDoubles(corrections);
  const wrong = new Set(doubles.map(({ file }) => file));
  return {
    corrections: corrections.filter(({ file }) => !wrong.has(file)),
    problems: [...problems, ...doubles].toSorted(byFileAndLine),
  };
}

/** The corrections of one file, or everything that is wrong with it. */
export function parseCorrections(
  text: string,
  file: string,
  isVariable: (name: string) => boolean,
): { readonly corrections: Correction[] } | { readonly problems: SourceProblem[] } {
  const parsed = parseYaml(text, file, z.array(CorrectionEntry));
  if ('problems' in parsed) return parsed;
  const { data, lineOf } = parsed;
  const folder = posix.basename(posix.dirname(file));
  const problems = data.flatMap((entry, index): SourceProblem[] => {
    const at = (field: string): number => lineOf([index, field]);
    const misplaced = wrongFolder(entry.division, folder);
    return [
      ...(misplaced ? [{ file, line: at('division'), message: misplaced }] : []),
      ...(isVariable(entry.variable) ? [] : [{ file, line: at('variable'), message: noVariable(entry) }]),
    ];
  });
  if (problems.length > 0) return { problems };
  return { corrections: data.map((entry, index) => ({ ...entry, file, line: lineOf([index]) })) };
}

/** Two corrections of one cell: which of them holds would be chance. */
function findDoubles(corrections: readonly Correction[]): SourceProblem[] {
  const first = new Map<string, Correction>();
  return corrections.flatMap((correction) => {
    const { division, agency, year, variable, file, line } = correction;
    const cell = JSON.stringify([division, agency, year, variable]);
    const other = first.get(cell);
    if (!other) first.set(cell, correction);
    return other ? [{ file, line, message: doubled(other) }] : [];
  });
}

const noVariable = ({ variable }: CorrectionEntry): Message => ({
  zh: `没有名为 ${variable} 的变量（见 docs/codebook.md）`,
  en: `there is no variable ${variable} (see docs/codebook.md)`,
});
const doubled = ({ file, line }: Correction): Message => ({
  zh: `同一格已在 ${file}:${line} 更正`,
  en: `the same cell is corrected in ${file}:${line}`,
});
