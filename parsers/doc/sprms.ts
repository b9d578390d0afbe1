import { sliceOf } from './bytes.ts';

/** One property modifier and its operand ([MS-DOC] 2.2.5.2). */
export interface Sprm {
  readonly code: number;
  readonly operand: Buffer;
}

/** [MS-DOC] 2.6: the modifiers that decide what is printed and in which cell. */
export const SPRM = {
  deleted: 0x0800,
  special: 0x0855,
  struck: 0x0837,
  doublyStruck: 0x2a53,
  hidden: 0x083c,
  raised: 0x2a48,
  size: 0x4a43,
  paletteColor: 0x2a42,
  color: 0x6870,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  hugeProperties: 0x6646,
  oldHugeProperties: 0x6645,
  tableProperties: 0x646b,
  tableDefinition: 0xd608,
  verticalMerge: 0xd62b,
  mergeCells: 0x5624,
  tabs: 0xc615,
} as const;

/** Operand sizes by the top three bits of the code; 6 says its own size. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** A group of modifiers → its list; ends where the bytes end. */
export function readSprms(group: Buffer): readonly Sprm[] {
  const sprms: Sprm[] = [];
  for (let at = 0; at + 2 < group.length; ) {
    const code = group.readUInt16LE(at);
    const [from, size] = operandPlace(group, code, at + 2);
    if (from + size > group.length) break;
    sprms.push({ code, operand: sliceOf(group, from, size) });
    at = from + size;
  }
  return sprms;
}

/** Where the operand begins, behind its size if it has one, and how long it is. */
function operandPlace(group: Buffer, code: number, at: number): [from: number, size: number] {
  const size = SIZES[code >> 13] ?? 0;
  if (size > 0) return [at, size];
  // sprmTDefTable alone has a size of two bytes, which counts one byte too many (2.9.315).
  if (code === SPRM.tableDefinition) {
    return at + 2 > group.length ? [at, group.length] : [at + 2, Math.max(0, group.readUInt16LE(at) - 1)];
  }
  const said = group.readUInt8(at);
  return code === SPRM.tabs && said === 0xff ? [at + 1, group.length] : [at + 1, said];
}

/** ToggleOperand (2.9.327): 0x80 takes the style's value, 0x81 its opposite; styles that hide text are unheard of. */
export const isToggledOn = (operand: Buffer): boolean => operand[0] === 1 || operand[0] === 0x81;
