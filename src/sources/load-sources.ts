import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { Message } from '../model/finding.ts';
import type { Source } from '../model/source-entry.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { checkDivision } from './check-division.ts';
import { type FiledSource, findDuplicates } from './find-duplicates.ts';
import { parseSource } from './parse-source.ts';
import { PROVINCE_FOLDERS, provinceFolder } from './province-folders.ts';
import type { SourceProblem } from './source-problem.ts';

export interface LoadedSources {
  /** The entries without a problem, by identifier. */
  readonly sources: readonly Source[];
  /** Everything that is wrong in all files, in order of file and line. */
  readonly problems: readonly SourceProblem[];
  /** How many files were read. */
  readonly files: number;
}

/**
 * The registry: every `.yml` file in the provinces' folders of a folder.
 *
 * @param dir - `data/sources`; throws what the file system throws when it cannot be read
 */
export function loadSources(dir: string, gazetteer: Gazetteer): LoadedSources {
  const { files, strays } = listFiles(dir);
  const filed: FiledSource[] = [];
  const problems: SourceProblem[] = [...strays];
  for (const file of files) {
    const parsed = parseSource(readFileSync(file, 'utf8'), file);
    if ('problems' in parsed) problems.push(...parsed.problems);
    else filed.push({ file, ...parsed });
  }
  for (const each of filed) problems.push(...checkEntry(each, gazetteer));
  problems.push(...findDuplicates(filed));
  const wrong = new Set(problems.map(({ file }) => file));
  return {
    sources: filed
      .filter(({ file }) => !wrong.has(file))
      .map(({ source }) => source)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    problems: problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
    files: files.length,
  };
}

/** What neither is an entry nor stands in a province's folder would be left out in silence otherwise. */
function listFiles(dir: string): { files: string[]; strays: SourceProblem[] } {
  const files: string[] = [];
  const strays: SourceProblem[] = [];
  const folders = new Set(Object.values(PROVINCE_FOLDERS));
  for (const entry of readdirSync(dir, { withFileTypes: true }).sort(byName)) {
    const path = posix.join(dir, entry.name);
    if (!entry.isDirectory()) {
      if (/\.ya?ml$/.test(entry.name)) strays.push({ file: path, line: 1, message: NOT_IN_A_PROVINCE });
      continue;
    }
    if (!folders.has(entry.name)) {
      strays.push({ file: path, line: 1, message: NO_PROVINCE });
      continue;
    }
    for (const inner of readdirSync(path, { withFileTypes: true }).sort(byName)) {
      const file = posix.join(path, inner.name);
      if (inner.isFile() && inner.name.endsWith('.yml')) files.push(file);
      else strays.push({ file, line: 1, message: NO_ENTRY });
    }
  }
  return { files, strays };
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

function checkEntry({ file, source, lineOf }: FiledSource, gazetteer: Gazetteer): SourceProblem[] {
  const problems = checkDivision(source, gazetteer).map(({ field, message }) => ({
    file,
    line: lineOf([field]),
    message,
  }));
  const folder = provinceFolder(source.division);
  if (folder !== undefined && posix.basename(posix.dirname(file)) !== folder)
    problems.push({ file, line: lineOf(['division']), message: otherProvince(source.division, folder) });
  return problems;
}

const NOT_IN_A_PROVINCE: Message = {
  zh: '应放在省份目录中，例如 jilin/',
  en: "belongs in a province's folder, for example jilin/",
};
const NO_PROVINCE: Message = {
  zh: '不是省份目录（见 src/sources/province-folders.ts）',
  en: "is no province's folder (see src/sources/province-folders.ts)",
};
const NO_ENTRY: Message = {
  zh: '不是 .yml 文件，不会被读取',
  en: 'is no .yml file and would not be read',
};
const otherProvince = (division: string, folder: string): Message => ({
  zh: `代码 ${division} 应放在 ${folder}/ 目录`,
  en: `the code ${division} belongs in the folder ${folder}/`,
});
