/** Type of a variable: a number is a text of so many bytes (str1 to str2045). */
export type DtaType = 'byte' | 'long' | 'double' | number;

/** The longest fixed text, in bytes (dta 118, "Variable types"). */
export const STRING_BYTES = 2045;
export const TYPE_CODES = { double: 65526, long: 65528, byte: 65530 } as const;
const WIDTHS = { double: 8, long: 4, byte: 1 } as const;
const DISPLAY = { double: '%12.0g', long: '%12.0g', byte: '%8.0g' } as const;

export const widthOf = (type: DtaType): number => (typeof type === 'number' ? type : WIDTHS[type]);

export interface DtaField {
  readonly name: string;
  readonly type: DtaType;
  readonly label: string;
  /** Name of its value labels, or ''. */
  readonly valueLabel: string;
}

export interface DtaContent {
  readonly label: string;
  readonly rows: number;
  readonly fields: readonly DtaField[];
  readonly valueLabels: ReadonlyMap<string, readonly (readonly [value: number, text: string])[]>;
}

/** Fixed widths of the sections, in bytes (dta 118): names are of 32 characters, labels of 80, each up to 4 bytes. */
const NAME_BYTES = 129;
const FORMAT_BYTES = 57;
const LABEL_BYTES = 321;
const LABEL_LETTERS = 80;
const MAP_ENTRIES = 14;

/** All of a .dta before its rows and after them. No time stamp: the same data gives the same bytes. */
export function frameDta({ label, rows, fields, valueLabels }: DtaContent): {
  before: Buffer;
  after: Buffer;
} {
  const header = headerOf(label, rows, fields.length);
  const sections = [
    section('variable_types', Buffer.concat(fields.map(({ type }) => uint16(codeOf(type))))),
    section(
      'varnames',
      texts(
        fields.map(({ name }) => name),
        NAME_BYTES,
      ),
    ),
    section('sortlist', Buffer.alloc((fields.length + 1) * 2)),
    section(
      'formats',
      texts(
        fields.map(({ type }) => displayOf(type)),
        FORMAT_BYTES,
      ),
    ),
    section(
      'value_label_names',
      texts(
        fields.map(({ valueLabel }) => valueLabel),
        NAME_BYTES,
      ),
    ),
    section(
      'variable_labels',
      texts(
        fields.map((field) => letters(field.label)),
        LABEL_BYTES,
      ),
    ),
    section('characteristics', Buffer.alloc(0)),
  ];
  const width = fields.reduce((sum, { type }) => sum + widthOf(type), 0);
  const after = [
    section('strls', Buffer.alloc(0)),
    section(
      'value_labels',
      Buffer.concat([...valueLabels].map(([name, values]) => valueLabel(name, values))),
    ),
    ascii('</stata_dta>'),
  ];
  const mapBytes = '<map></map>'.length + MAP_ENTRIES * 8;
  const lengths = [header.length, mapBytes, ...sections.map(({ length }) => length), 13 + rows * width];
  const map = section('map', offsetsOf([...lengths, ...after.map(({ length }) => length)]));
  return {
    before: Buffer.concat([header, map, ...sections, ascii('<data>')]),
    after: Buffer.concat([ascii('</data>'), ...after]),
  };
}

/** Where each section begins, and where the file ends. */
function offsetsOf(lengths: readonly number[]): Buffer {
  const offsets = Buffer.alloc(MAP_ENTRIES * 8);
  let at = 0;
  lengths.forEach((length, index) => {
    offsets.writeBigUInt64LE(BigInt(at), index * 8);
    at += length;
  });
  offsets.writeBigUInt64LE(BigInt(at), lengths.length * 8);
  return offsets;
}

function headerOf(label: string, rows: number, fields: number): Buffer {
  const text = Buffer.from(letters(label), 'utf8');
  const count = Buffer.alloc(8);
  count.writeBigUInt64LE(BigInt(rows));
  return Buffer.concat([
    ascii('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>'),
    uint16(fields),
    ascii('</K><N>'),
    count,
    ascii('</N><label>'),
    uint16(text.length),
    text,
    ascii('</label><timestamp>\0</timestamp></header>'),
  ]);
}

function valueLabel(name: string, values: readonly (readonly [number, string])[]): Buffer {
  const sorted = values.toSorted((a, b) => a[0] - b[0]);
  const labels = sorted.map(([, text]) => Buffer.from(`${text}\0`, 'utf8'));
  let at = 0;
  const offsets = labels.map(({ length }) => {
    at += length;
    return at - length;
  });
  const table = Buffer.concat([
    ...[int32(sorted.length), int32(at)],
    ...offsets.map(int32),
    ...sorted.map(([value]) => int32(value)),
    ...labels,
  ]);
  return Buffer.concat([
    ascii('<lbl>'),
    int32(table.length),
    texts([name], NAME_BYTES),
    Buffer.alloc(3),
    table,
    ascii('</lbl>'),
  ]);
}

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const section = (name: string, content: Buffer): Buffer =>
  Buffer.concat([ascii(`<${name}>`), content, ascii(`</${name}>`)]);
const texts = (values: readonly string[], bytes: number): Buffer =>
  Buffer.concat(
    values.map((value) => {
      const field = Buffer.alloc(bytes);
      field.write(value, 0, bytes - 1, 'utf8');
      return field;
    }),
  );
const letters = (text: string): string => [...text].slice(0, LABEL_LETTERS).join('');
const codeOf = (type: DtaType): number => (typeof type === 'number' ? type : TYPE_CODES[type]);
const displayOf = (type: DtaType): string => (typeof type === 'number' ? `%${type}s` : DISPLAY[type]);
function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
