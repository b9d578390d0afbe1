import type { Level } from '../model/status.ts';

/**
 * Reports about a year are due in the next: those of departments and townships by 31 January (article 49 of the
 * regulations of 2019), those of governments of a county and above by 31 March (article 49, second paragraph).
 */
const DUE: Readonly<Record<'agency' | 'government', readonly [month: number, day: number]>> = {
  agency: [1, 31],
  government: [3, 31],
};

const SHANGHAI_MS = 8 * 3_600_000;

/** The calendar day in China: years begin and terms end there, wherever the program runs. */
export function dayInChina(now: Date): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const local = new Date(now.getTime() + SHANGHAI_MS);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** The same day as `2026-01-31`. */
export const isoDayInChina = (now: Date): string =>
  new Date(now.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);

/** The last year that a report can be about: nobody reports about a year that is not over. */
export const lastReportYear = (now: Date): number => dayInChina(now).year - 1;

/** The last year whose report is due by law on this day. */
export function lastDueYear(now: Date, kind: keyof typeof DUE): number {
  const { year, month, day } = dayInChina(now);
  const [dueMonth, dueDay] = DUE[kind];
  const isDue = month > dueMonth || (month === dueMonth && day > dueDay);
  return isDue ? year - 1 : year - 2;
}

/** A source with a word after its code is an agency below the government of the place; so is a township. */
export const dueKind = ({ id, level }: { readonly id: string; readonly level: Level }): keyof typeof DUE =>
  id.includes('-') || level === 'township' ? 'agency' : 'government';
