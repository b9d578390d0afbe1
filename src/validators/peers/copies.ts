import type { Finding, Message } from '../../model/finding.ts';
import { makeFinding } from '../../rules/make-finding.ts';
import { THRESHOLDS } from './thresholds.ts';

/** A report that another one was found to be like. */
export interface Likeness {
  readonly division: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly series: string | null;
}

/**
 * The numbers of a report as one text, equal only for equal tables; null when too few of them are anything but 0 and 1
 * to tell reports apart, as with bodies that had no applications.
 *
 * @param cells - numbers by variable, in any order
 */
export function figuresText(cells: ReadonlyMap<string, number>): string | null {
  const printed = [...cells].filter(([, value]) => value !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const telling = printed.filter(([, value]) => value > 1).length;
  return telling < THRESHOLDS.copiedNumbers ? null : JSON.stringify(printed);
}

export const isCopiedText = (share: number): boolean => share >= THRESHOLDS.copiedText;

/** Reports with the very same tables: of other bodies, or of the same body about another year. */
export function copiedTables(self: Likeness, others: readonly Likeness[]): Finding[] {
  // Another report of the same body about the same year is told of as series.duplicate.
  const own = others.filter((other) => isOwn(self, other) && other.year !== self.year);
  const foreign = others.filter((other) => !isOwn(self, other));
  return [
    ...tell('series.copied_tables', 'tables', own, (count, names) => ({
      zh: `各表的数与该机关 ${count} 份其他年度报告完全相同：${names}`,
      en: `its tables print the very numbers of ${count} of the same agency about other years: ${names}`,
    })),
    ...tell('peer.copied_tables', 'tables', foreign, (count, names) => ({
      zh: `各表的数与其他机关的 ${count} 份报告完全相同：${names}`,
      en: `its tables print the very numbers of ${count} reports of others: ${names}`,
    })),
  ];
}

/** Reports of other bodies whose running text is the same but for names. A body may use its own words again. */
export function copiedText(self: Likeness, others: readonly Likeness[]): Finding[] {
  const foreign = others.filter((other) => !isOwn(self, other));
  return tell('peer.copied_text', 'text', foreign, (count, names) => ({
    zh: `正文除名称外与其他机关的 ${count} 份报告几乎相同：${names}`,
    en: `but for names its text is almost that of ${count} reports of others: ${names}`,
  }));
}

const isOwn = (self: Likeness, other: Likeness): boolean =>
  other.series !== null && other.series === self.series;

const SHOWN = 3;

type CopyRule = 'series.copied_tables' | 'peer.copied_tables' | 'peer.copied_text';

function tell(
  rule: CopyRule,
  scope: string,
  others: readonly Likeness[],
  message: (count: number, names: string) => Message,
): Finding[] {
  if (others.length === 0) return [];
  const names = others.map(
    ({ division, agency, year }) => `${division ?? '?'} ${agency ?? '?'} ${year ?? '?'}`,
  );
  const shown = names.toSorted().slice(0, SHOWN).join('; ');
  const more = names.length > SHOWN ? '; …' : '';
  return [makeFinding({ rule, scope, message: message(names.length, `${shown}${more}`) })];
}
