import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Message } from '../model/finding.ts';
import { explainIssue } from './explain-issue.ts';
import type { SourceProblem } from './source-problem.ts';

export type Path = readonly PropertyKey[];

/** Well-formed data, with the way back to its lines for checks that know more than one file. */
export interface ParsedYaml<Data> {
  readonly data: Data;
  /** The line of a field: of its key in a mapping, of the item in a list; of what is around it when it is missing. */
  readonly lineOf: (path: Path) => number;
}

/** `isYaml`: it could be read, and does not say what it should. */
export interface NoData {
  readonly problems: SourceProblem[];
  readonly isYaml: boolean;
}

/**
 * A file of reviewed data.
 *
 * @param text - YAML 1.2
 * @param file - its path, as problems shall name it
 * @returns what it says, or everything that is wrong with it
 */
export function parseYaml<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): ParsedYaml<z.infer<Schema>> | NoData {
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
  if (faults.length > 0) return { problems: faults, isYaml: false };

  const lineOf = (path: Path): number => lines.linePos(placeOf(document.contents, path)).line;
  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  if (parsed.success) return { data: parsed.data, lineOf };
  const problems = parsed.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const paths = keys.length > 0 ? keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => problem(lineOf(path), explainIssue(issue)));
  });
  return { problems, isYaml: true };
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

const notYaml = (reason: string): Message => ({ zh: `YAML 有误：${reason}`, en: `no valid YAML: ${reason}` });
const noReference = (name: string): Message => ({
  zh: `不使用引用 *${name}`,
  en: `references are not used here: *${name}`,
});
