import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { z } from 'zod';
import { type Correction, CorrectionEntry } from '../model/correction.ts';
import type { Message } from '../model/finding.ts';
import { parseYaml } from '../sources/parse-yaml.ts';
import { PROVINCE_FOLDERS, provinceFolder } from '../sources/province-folders.ts';
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
  const { files, strays } = existsSync(dir) ? listFiles(dir) : { files: [], strays: [] };
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
    problems: [...problems, ...doubles].toSorted((a, b) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
    ),
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
    const wanted = provinceFolder(entry.division);
    return [
      ...(wanted === folder ? [] : [{ file, line: at('division'), message: otherFolder(entry, wanted) }]),
      ...(isVariable(entry.variable) ? [] : [{ file, line: at('variable'), message: noVariable(entry) }]),
    ];
  });
  if (problems.length > 0) return { problems };
  return { corrections: data.map((entry, index) => ({ ...entry, file, line: lineOf([index]) })) };
}

function listFiles(dir: string): { files: string[]; strays: SourceProblem[] } {
  const folders = new Set(Object.values(PROVINCE_FOLDERS));
  const files: string[] = [];
  const strays: SourceProblem[] = [];
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const parts = name.split(/[\\/]/);
    if (!/\.ya?ml$/.test(name)) continue;
    const file = parts.join('/');
    if (parts.length === 2 && folders.has(parts[0] ?? '') && file.endsWith('.yml')) files.push(file);
    else strays.push({ file, line: 1, message: NOT_READ });
  }
  return { files, strays };
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

const NOT_READ: Message = {
  zh: '应为省份目录中的 .yml 文件，例如 jilin/220382.yml，否则不会被读取',
  en: "is not read: a file belongs in a province's folder and ends in .yml, for example jilin/220382.yml",
};
const otherFolder = ({ division }: CorrectionEntry, folder: string | undefined): Message => ({
  zh: folder ? `代码 ${division} 应放在 ${folder}/ 目录` : `${division} 不是省内的代码`,
  en: folder
    ? `the code ${division} belongs in the folder ${folder}/`
    : `${division} is the code of no province`,
});
const noVariable = ({ variable }: CorrectionEntry): Message => ({
  zh: `没有名为 ${variable} 的变量（见 docs/codebook.md）`,
  en: `there is no variable ${variable} (see docs/codebook.md)`,
});
const doubled = ({ file, line }: Correction): Message => ({
  zh: `同一格已在 ${file}:${line} 更正`,
  en: `the same cell is corrected in ${file}:${line}`,
});
