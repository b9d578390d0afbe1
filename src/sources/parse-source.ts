import type { Message } from '../model/finding.ts';
import { type Source, SourceEntry } from '../model/source-entry.ts';
import { type Path, parseYaml } from './parse-yaml.ts';
import type { SourceProblem } from './source-problem.ts';

/** A well-formed entry, with the way back to its lines for checks that know more than one file. */
export interface ParsedSource {
  readonly source: Source;
  /** The line of a field: of its key in a mapping, of the item in a list; of what is around it when it is missing. */
  readonly lineOf: (path: Path) => number;
}

/** `220382.yml` or `220382-jiaoyuju.yml`. */
const FILE_NAME = /^(\d{6}(?:-[a-z0-9]+)*)\.yml$/;

/**
 * One file of the registry.
 *
 * @param text - YAML 1.2
 * @param file - its path, as problems shall name it; the last part gives the identifier
 * @returns the entry, or everything that is wrong with the file
 */
export function parseSource(text: string, file: string): ParsedSource | { problems: SourceProblem[] } {
  const id = FILE_NAME.exec(file.split('/').at(-1) ?? '')?.[1];
  const named = id === undefined ? [{ file, line: 1, message: WRONG_FILE_NAME }] : [];
  const parsed = parseYaml(text, file, SourceEntry);
  if ('problems' in parsed) return { problems: [...(parsed.isYaml ? named : []), ...parsed.problems] };
  const { data, lineOf } = parsed;
  if (id === undefined) return { problems: named };
  if (!id.startsWith(data.division)) {
    return { problems: [{ file, line: lineOf(['division']), message: otherCode(data.division) }] };
  }
  return { source: { id, ...data }, lineOf };
}

const WRONG_FILE_NAME: Message = {
  zh: '文件名应为六位代码，代表其下机关时再加 - 和小写字母，例如 220382-jiaoyuju.yml',
  en: 'the file is named by a code of six digits, with - and small letters for an agency below it: 220382-jiaoyuju.yml',
};
const otherCode = (division: string): Message => ({
  zh: `文件名不以 division ${division} 开头`,
  en: `the file's name does not begin with the division ${division}`,
});
