import type { Finding } from '../src/model/finding.ts';
import { documentFinding } from './document-findings.ts';
import { datesInDigits, isoDate, yearsIn } from './read-dates.ts';

/** The year a report is about and the period its figures cover, with what speaks against it. */
export interface YearReading {
  readonly year: number | null;
  readonly period: readonly [string, string] | null;
  readonly findings: readonly Finding[];
}

/** 统计期限自2021年1月1日起至12月31日止, with the characters that get lost on the way. */
const PERIOD =
  /(?:期限|期间|时间|数据)[^。；]{0,24}?(20\d{2})\s*年?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?[^。；\d]{0,8}(?:(20\d{2})\s*年?\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/;

/**
 * Title first, then the period, then the introduction; the address is never asked, it carries the date of
 * (re)publication. A title and a period that disagree are a finding: one of the two is a slip of last year's text.
 */
export function readYear(title: string | null, intro: string, published: string | null): YearReading {
  const period = readPeriod(intro);
  const inTitle = title === null ? undefined : yearsIn(title).at(-1);
  const inPeriod = period ? Number(period[1].slice(0, 4)) : undefined;
  const inIntro = mostNamed(yearsIn(intro));
  const year = inTitle ?? inPeriod ?? inIntro ?? null;
  const findings: Finding[] = [];
  if (year === null) findings.push(documentFinding('year_unknown'));
  if (inTitle !== undefined && inPeriod !== undefined && inTitle !== inPeriod) {
    findings.push(documentFinding('year_conflict', { title: inTitle, other: inPeriod, where: 'period' }));
  } else if (year !== null && published !== null && Number(published.slice(0, 4)) < year) {
    findings.push(
      documentFinding('year_conflict', {
        title: year,
        other: Number(published.slice(0, 4)),
        where: 'published',
      }),
    );
  }
  return { year, period, findings };
}

function readPeriod(intro: string): readonly [string, string] | null {
  const match = PERIOD.exec(datesInDigits(intro.normalize('NFKC')));
  if (!match) return null;
  const year = Number(match[1]);
  const from = isoDate(year, Number(match[2]), Number(match[3]));
  const to = isoDate(match[4] ? Number(match[4]) : year, Number(match[5]), Number(match[6]));
  return from && to ? [from, to] : null;
}

function mostNamed(years: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
