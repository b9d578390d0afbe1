import { readFileSync } from 'node:fs';

/** What a .dta says, read from the description of format 118 alone and not with the writer's own numbers. */
export interface Dta {
  readonly label: string;
  readonly names: readonly string[];
  readonly types: readonly number[];
  readonly labels: readonly string[];
  readonly valueLabels: ReadonlyMap<string, ReadonlyMap<number, string>>;
  readonly labelOf: readonly string[];
  /** A number, a text, or a missing value as `.`, `.a` … */
  readonly rows: readonly (readonly (string | number)[])[];
}

const TAGS = [
  ...['stata_dta', 'map', 'variable_types', 'varnames', 'sortlist', 'formats', 'value_label_names'],
  ...['variable_labels', 'characteristics', 'data', 'strls', 'value_labels', '/stata_dta'],
];

type ReadText = (from: number, length: number) => string;

/** Reads by the offsets of the map, and fails unless each section begins and ends where it says. */
export function readDta(file: string): Dta {
  const bytes = readFileSync(file);
  const text: ReadText = (from, length) => {
    const field = bytes.subarray(from, from + length);
    const end = field.indexOf(0);
    return field.subarray(0, end < 0 ? length : end).toString('utf8');
  };
  const after = (tag: string): number => {
    const at = bytes.indexOf(tag, 0, 'latin1');
    if (at < 0) throw new Error(`no ${tag}`);
    return at + tag.length;
  };
  if (text(after('<release>'), 3) !== '118' || text(after('<byteorder>'), 3) !== 'LSF')
    throw new Error('not 118');
  const columns = bytes.readUInt16LE(after('<K>'));
  const count = Number(bytes.readBigUInt64LE(after('<N>')));
  const labelAt = after('<label>');
  const label = bytes.subarray(labelAt + 2, labelAt + 2 + bytes.readUInt16LE(labelAt)).toString('utf8');
  const map = readMap(bytes, after('<map>'));
  const inside = (index: number): number => (map[index] ?? 0) + (TAGS[index]?.length ?? 0) + 2;
  const each = <T>(read: (index: number) => T): T[] =>
    Array.from({ length: columns }, (_, index) => read(index));
  const types = each((index) => bytes.readUInt16LE(inside(2) + 2 * index));
  return {
    label,
    types,
    names: each((index) => text(inside(3) + 129 * index, 129)),
    labelOf: each((index) => text(inside(6) + 129 * index, 129)),
    labels: each((index) => text(inside(7) + 321 * index, 321)),
    valueLabels: readValueLabels(bytes, inside(11), text),
    rows: readRows(bytes, inside(9), count, types, text),
  };
}

function readMap(bytes: Buffer, at: number): number[] {
  const map = Array.from({ length: 14 }, (_, index) => Number(bytes.readBigUInt64LE(at + 8 * index)));
  TAGS.forEach((tag, index) => {
    const found = bytes.subarray(map[index], (map[index] ?? 0) + tag.length + 2).toString('latin1');
    if (found !== `<${tag}>`) throw new Error(`<${tag}> is not at ${map[index]}: ${found}`);
  });
  if (map[13] !== bytes.length) throw new Error('the map does not end at the end');
  return map;
}

const letter = (steps: number): string => (steps === 0 ? '.' : `.${String.fromCharCode(96 + steps)}`);

function readRows(
  bytes: Buffer,
  start: number,
  count: number,
  types: readonly number[],
  text: ReadText,
): (string | number)[][] {
  let at = start;
  const take = (width: number): number => {
    at += width;
    return at - width;
  };
  const readField = (type: number): string | number => {
    if (type <= 2045) return text(take(type), type);
    if (type === 65530) {
      const value = bytes.readInt8(take(1));
      return value > 100 ? letter(value - 101) : value;
    }
    if (type === 65528) {
      const value = bytes.readInt32LE(take(4));
      return value > 2147483620 ? letter(value - 2147483621) : value;
    }
    if (type !== 65526) throw new Error(`type ${type}`);
    const from = take(8);
    const value = bytes.readDoubleLE(from);
    return value >= 2 ** 1023 ? letter((bytes.readUInt32LE(from + 4) - 0x7fe00000) >>> 8) : value;
  };
  const rows = Array.from({ length: count }, () => types.map(readField));
  if (bytes.subarray(at, at + 7).toString('latin1') !== '</data>')
    throw new Error('the rows do not end with the data');
  return rows;
}

function readValueLabels(bytes: Buffer, start: number, text: ReadText): Map<string, Map<number, string>> {
  const sets = new Map<string, Map<number, string>>();
  let at = start;
  while (bytes.subarray(at, at + 5).toString('latin1') === '<lbl>') {
    const table = at + 5 + 4 + 129 + 3;
    const entries = bytes.readInt32LE(table);
    const texts = table + 8 + 8 * entries;
    const labels = Array.from({ length: entries }, (_, index): [number, string] => [
      bytes.readInt32LE(table + 8 + 4 * entries + 4 * index),
      text(texts + bytes.readInt32LE(table + 8 + 4 * index), 1000),
    ]);
    sets.set(text(at + 9, 129), new Map(labels));
    at = table + bytes.readInt32LE(at + 5) + 6;
  }
  return sets;
}
