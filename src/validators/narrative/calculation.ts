import { type Message, roundToForm } from '../../model/finding.ts';

/** A number that prose tells beside the numbers it is computed from. */
export interface Calculation {
  /** The words, as folded for reading. */
  readonly piece: string;
  readonly computed: number;
  readonly told: number;
  readonly holds: boolean;
  /** What to say when it does not hold. */
  readonly message: Message;
}

/** A count, its unit behind it: two groups. */
export const COUNT = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,9})`;
export const UNIT = '([件宗起例份项条次篇个人])';

export const toNumber = (digits: string | undefined): number => Number((digits ?? '').replaceAll(',', ''));

/** A percentage holds when it is the computed one rounded, or cut off, in its last digit. */
export function comparePercent(piece: string, computed: number, told: string, by: Message): Calculation {
  const decimals = told.split('.')[1]?.length ?? 0;
  const shown = Number(computed.toFixed(Math.max(decimals, 1)));
  return {
    piece,
    computed: shown,
    told: Number(told),
    holds: Math.abs(computed - Number(told)) < 10 ** -decimals,
    message: {
      zh: `“${piece}”：${by.zh}应为 ${shown}%`,
      en: `“${piece}”: ${by.en} ${shown}%, the text says ${told}%`,
    },
  };
}

/** A total holds when its parts add up to it. */
export function compareSum(piece: string, terms: readonly number[], told: number): Calculation {
  const computed = roundToForm(terms.reduce((a, b) => a + b, 0));
  return {
    piece,
    computed,
    told,
    holds: computed === told,
    message: {
      zh: `“${piece}”：${terms.join(' + ')} = ${computed}，正文合计为 ${told}`,
      en: `“${piece}”: ${terms.join(' + ')} = ${computed}, the text says ${told}`,
    },
  };
}
