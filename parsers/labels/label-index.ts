import type { FormBlock, FormColumn, FormRow, Label, LabelGroup } from '../../src/forms/form.ts';
import { FORMS } from '../../src/forms/index.ts';
import { normaliseLabel } from '../normalise-label.ts';

/** What a printed label can mean; a word like 其他 means several things, of which the place decides. */
export type Meaning =
  | { readonly kind: 'row'; readonly block: FormBlock; readonly row: FormRow }
  | { readonly kind: 'rowGroup'; readonly block: FormBlock; readonly group: LabelGroup }
  | { readonly kind: 'column'; readonly block: FormBlock; readonly column: FormColumn }
  | { readonly kind: 'columnGroup'; readonly block: FormBlock; readonly group: LabelGroup }
  | { readonly kind: 'head'; readonly block: FormBlock }
  | { readonly kind: 'corner'; readonly block: FormBlock };

/** Blocks that print the same header are one block whatever edition they come from; their rows are united. */
function uniteBlocks(blocks: readonly FormBlock[]): readonly FormBlock[] {
  const united = new Map<string, FormBlock>();
  for (const block of blocks) {
    const key = [block.table, block.id, ...block.columns.map((column) => column.id)].join(' ');
    const known = united.get(key);
    const rows = block.rows.filter((row) => !known?.rows.some((other) => other.id === row.id));
    united.set(key, known ? { ...known, rows: [...known.rows, ...rows] } : block);
  }
  return [...united.values()];
}

/** Every block that any edition of the form prints. Forms are matched against all of them at once. */
export const CATALOGUE: readonly FormBlock[] = uniteBlocks(
  [...FORMS].reverse().flatMap((form) => form.blocks),
);

const index = buildIndex(CATALOGUE);

function buildIndex(blocks: readonly FormBlock[]): ReadonlyMap<string, readonly Meaning[]> {
  const meanings = new Map<string, Meaning[]>();
  const add = (label: Label, meaning: Meaning) => {
    for (const key of labelKeys(label)) {
      const known = meanings.get(key);
      if (known) known.push(meaning);
      else meanings.set(key, [meaning]);
    }
  };
  for (const block of blocks) {
    if (block.head) add(block.head, { kind: 'head', block });
    if (block.corner) add(block.corner, { kind: 'corner', block });
    for (const group of block.columnGroups) add(group, { kind: 'columnGroup', block, group });
    for (const column of block.columns) add(column, { kind: 'column', block, column });
    for (const group of block.rowGroups) add(group, { kind: 'rowGroup', block, group });
    for (const row of block.rows) if (row.zh !== '') add(row, { kind: 'row', block, row });
  }
  return meanings;
}

/** The normalised texts a label is known by, each once. */
export function labelKeys(label: Label): readonly string[] {
  return [...new Set([label.zh, ...(label.aliases ?? [])].map(normaliseLabel))].filter((key) => key !== '');
}

const NONE: readonly Meaning[] = [];

/** What a printed text means as a label; empty for texts that are no label of any form. */
export function meaningsOf(text: string): readonly Meaning[] {
  return index.get(normaliseLabel(text)) ?? explained(text) ?? NONE;
}

/** A note in brackets behind a label: 规章（设区的市应提供相关数据）, 现行有效件数（历史累计）. */
const NOTE = /^([^()（）]{2,30}?)\s*[(（]([^()（）]{2,90})[)）]$/;
/** With these it counts another thing, or a part: 行政许可（上年）, 规章（其中修订）, 行政处罚（不含简易程序）. */
const RESTRICTS = /其中|不含|不包括|除|上一?年|去年|20\d\d|季度|半年|以上|以下|本级|同比|减|[:：]/;
/** A unit is no note: others convert by it. */
const UNIT = /^[百千万亿]*(?:元|人次|[条件次篇个宗项份起人])$/;
const LONGEST_EXPLAINED = 128;

/** The meanings of a label that a note explains; none where the note restricts it, or names another label. */
function explained(text: string): readonly Meaning[] | undefined {
  if (text.length > LONGEST_EXPLAINED || !/[)）]\s*$/.test(text)) return undefined;
  const [, label = '', note = ''] = NOTE.exec(text.trim()) ?? [];
  const meanings = index.get(normaliseLabel(label));
  // 上一年项目数量（指2019年事项数）: the label names the year itself.
  const restriction = /上一?年/.test(label) ? note.replace(/20\d\d|上一?年/g, '') : note;
  if (meanings === undefined || RESTRICTS.test(restriction) || UNIT.test(note.trim())) return undefined;
  const words = normaliseLabel(note);
  return meanings.some((meaning) => besides(meaning).some((key) => words.includes(key)))
    ? undefined
    : meanings;
}

/** The names of the rows beside a row, of the columns beside a column: 规章（含规范性文件） counts both. */
function besides(meaning: Meaning): readonly string[] {
  const others: readonly Label[] =
    meaning.kind === 'row'
      ? meaning.block.rows.filter((row) => row !== meaning.row)
      : meaning.kind === 'column'
        ? meaning.block.columns.filter((column) => column !== meaning.column)
        : [];
  return others.flatMap(labelKeys).filter((key) => key.length > 1);
}

/** Shorter beginnings are words of any sentence. */
const SHORTEST_BEGINNING = 6;

/** Whether a text is the beginning of a longer label: labels wrap, and some hold commas as sentences do. */
export function beginsLabel(text: string): boolean {
  const key = normaliseLabel(text);
  if (key.length < SHORTEST_BEGINNING) return false;
  for (const known of index.keys()) if (known.length > key.length && known.startsWith(key)) return true;
  return false;
}
