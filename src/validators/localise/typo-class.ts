import type { Message, TypoClass } from '../../model/finding.ts';

export const TYPO_NAMES: Readonly<Record<TypoClass, Message>> = {
  blank_for_number: { zh: '漏填', en: 'left blank' },
  zero_for_number: { zh: '误填为零', en: 'zero in place of a number' },
  number_for_zero: { zh: '应为零', en: 'a number in place of zero' },
  digit_lost: { zh: '少一位数字', en: 'a digit lost' },
  digit_added: { zh: '多一位数字', en: 'a digit too many' },
  digits_swapped: { zh: '相邻数字颠倒', en: 'two digits swapped' },
  digit_replaced: { zh: '一位数字有误', en: 'one digit wrong' },
  shifted: { zh: '差十倍或百倍', en: 'shifted by ten or a hundred' },
  neighbour: { zh: '填了相邻格的数', en: 'the number of a neighbouring cell' },
  exchanged: { zh: '两格的数互换', en: 'the numbers of two cells exchanged' },
  total_not_updated: { zh: '合计未随分项更新', en: 'a total not updated with its parts' },
  other: { zh: '原因不明', en: 'no slip that is known' },
};

/** What is known of a cell that may have been printed wrong. */
export interface Slip {
  /** As printed; null when the cell is empty. */
  readonly printed: number | null;
  /** As it should be. */
  readonly right: number;
  /** Numbers printed beside, above and below it. */
  readonly neighbours: readonly number[];
  /** The cell is a sum of others, and the others hold among themselves. */
  readonly isTotal: boolean;
}

/** The likeliest slip of the hand that explains a printed number. */
export function classifyTypo({ printed, right, neighbours, isTotal }: Slip): TypoClass {
  if (printed === null) return 'blank_for_number';
  const [was, is] = [String(printed), String(right)];
  if (printed === 0) return 'zero_for_number';
  if (right !== 0 && isShift(printed, right)) return 'shifted';
  if (isDeletion(is, was)) return 'digit_lost';
  if (isDeletion(was, is)) return right === 0 ? 'number_for_zero' : 'digit_added';
  if (isSwap(was, is)) return 'digits_swapped';
  if (neighbours.includes(printed) && printed !== right) return 'neighbour';
  if (was.length === is.length && was.length > 1 && differing(was, is) === 1) return 'digit_replaced';
  if (isTotal) return 'total_not_updated';
  return right === 0 ? 'number_for_zero' : 'other';
}

/** The cells hold each other's numbers: typed in the wrong order, or in the wrong row. */
export function isExchange(
  parts: readonly { readonly printed: number | null; readonly right: number }[],
): boolean {
  if (parts.length < 2) return false;
  const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b).join(' ');
  return sorted(parts.map(({ printed }) => printed ?? 0)) === sorted(parts.map(({ right }) => right));
}

const isShift = (a: number, b: number): boolean =>
  [10, 100, 1000, 10_000].some((factor) => a === b * factor || b === a * factor);

/** `shorter` is `longer` without one of its digits. */
function isDeletion(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  return [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

const differing = (a: string, b: string): number => [...a].filter((digit, at) => digit !== b[at]).length;
