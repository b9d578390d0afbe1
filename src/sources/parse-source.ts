import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Message } from '../model/finding.ts';
import { type Source, SourceEntry } from '../model/source-entry.ts';
import { explainIssue } from './explain-issue.ts';
import type { SourceProblem } from './source-problem.ts';

type Path = readonly PropertyKey[];

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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const problem = (line: number, message: Message): SourceProblem => ({ file, line, message });
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) =>
    problem(lines.linePos(pos[0]).line, notYaml(message)),
  );
  // A reference would make the lines below untrue, and one that leads nowhere is only found when it is followed.
  visit(document, {
    Alias: (_, { range, source }) => {
      faults.push(problem(lines.linePos(range?.[0] ?? 0).line, noReference(source)));
    },
  });
  if (faults.length > 0) return { problems: faults };

  const lineOf = (path: Path): number => lines.linePos(placeOf(document.contents, path)).line;
  const id = FILE_NAME.exec(file.split('/').at(-1) ?? '')?.[1];
  const named = id === undefined ? [problem(1, WRONG_FILE_NAME)] : [];
  const parsed = SourceEntry.safeParse(document.toJS(), { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const paths = keys.length > 0 ? keys.map((key) => [...issue.path, key]) : [issue.path];
      return paths.map((path) => problem(lineOf(path), explainIssue(issue)));
    });
    return { problems: [...named, ...problems] };
  }
  if (id === undefined) return { problems: named };
  if (!id.startsWith(parsed.data.division))
    return { problems: [problem(lineOf(['division']), otherCode(parsed.data.division))] };
  return { source: { id, ...parsed.data }, lineOf };
}

/** Where a path starts in the text, as far down as it exists. */
function placeOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let place = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((each) => isScalar(each.key) && each.key.value === key);
      if (!pair) break;
      if (isNode(pair.key)) place = pair.key.range?.[0] ?? place;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isNode(node)) place = node.range?.[0] ?? place;
    } else break;
  }
  return place;
}

const WRONG_FILE_NAME: Message = {
  zh: '文件名应为六位代码，代表其下机关时再加 - 和小写字母，例如 220382-jiaoyuju.yml',
  en: 'the file is named by a code of six digits, with - and small letters for an agency below it: 220382-jiaoyuju.yml',
};
const otherCode = (division: string): Message => ({
  zh: `文件名不以 division ${division} 开头`,
  en: `the file's name does not begin with the division ${division}`,
});
const notYaml = (reason: string): Message => ({ zh: `YAML 有误：${reason}`, en: `no valid YAML: ${reason}` });
const noReference = (name: string): Message => ({
  zh: `不使用引用 *${name}`,
  en: `references are not used here: *${name}`,
});
