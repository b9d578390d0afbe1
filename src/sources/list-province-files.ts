import { existsSync, readdirSync } from 'node:fs';
import type { Message } from '../model/finding.ts';
import { PROVINCE_FOLDERS, provinceFolder } from './province-folders.ts';
import type { SourceProblem } from './source-problem.ts';

/**
 * The `.yml` files in the provinces' folders of a folder of reviewed data, named by their path within it, and the files
 * beside them that nobody would read.
 */
export function listProvinceFiles(dir: string): {
  readonly files: readonly string[];
  readonly strays: readonly SourceProblem[];
} {
  const folders = new Set(Object.values(PROVINCE_FOLDERS));
  const files: string[] = [];
  const strays: SourceProblem[] = [];
  const names = existsSync(dir) ? readdirSync(dir, { recursive: true, encoding: 'utf8' }).toSorted() : [];
  for (const name of names) {
    const parts = name.split(/[\\/]/);
    if (!/\.ya?ml$/.test(name)) continue;
    const file = parts.join('/');
    if (parts.length === 2 && folders.has(parts[0] ?? '') && file.endsWith('.yml')) files.push(file);
    else strays.push({ file, line: 1, message: NOT_READ });
  }
  return { files, strays };
}

/** Why a division does not belong into a province's folder; null when it does. */
export function wrongFolder(division: string, folder: string): Message | null {
  const wanted = provinceFolder(division);
  if (wanted === folder) return null;
  return {
    zh: wanted ? `代码 ${division} 应放在 ${wanted}/ 目录` : `${division} 不是省内的代码`,
    en: wanted
      ? `the code ${division} belongs in the folder ${wanted}/`
      : `${division} is the code of no province`,
  };
}

export const byFileAndLine = (a: SourceProblem, b: SourceProblem): number =>
  a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;

const NOT_READ: Message = {
  zh: '应为省份目录中的 .yml 文件，例如 jilin/220382.yml，否则不会被读取',
  en: "is not read: a file belongs in a province's folder and ends in .yml, for example jilin/220382.yml",
};
