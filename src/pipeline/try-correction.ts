import type { Effect } from '../model/effect.ts';
import type { YearRecord } from '../model/year-record.ts';
import { correctedValues } from '../store/corrections.ts';
import { getExtraction } from '../store/get-extraction.ts';
import { seriesMembers, seriesPlace, yearRecord } from '../store/history/series.ts';
import type { Store } from '../store/store.ts';
import { checkHistory, HISTORY_VARIABLES } from '../validators/history/check-history.ts';
import { compareFindings, whatIf } from '../validators/what-if.ts';
import { comparedYear, isRead } from './across/compared-year.ts';

/**
 * What a correction would do: the rules of the report, and those that compare it with the year before and the year
 * after, with its numbers, by variable, and those of the corrections already made. Nothing is written. undefined: no such report.
 */
export function tryCorrection(
  store: Store,
  reportId: number,
  numbers: ReadonlyMap<string, number>,
): Effect | undefined {
  const record = getExtraction(store, reportId);
  if (!record) return undefined;
  const made = correctedValues(store, reportId);
  const with_ = new Map([...made, ...numbers]);
  for (const variable of numbers.keys()) made.delete(variable);
  const now = whatIf(record, made);
  const then = whatIf(record, with_);
  const failing = ({ broken, kept }: Effect) => [...broken, ...kept];
  return compareFindings(
    [...failing(now), ...acrossYears(store, reportId, made)],
    [...failing(then), ...acrossYears(store, reportId, with_)],
  );
}

/** What is found between this report and its neighbours, when its cells hold these numbers. */
function acrossYears(store: Store, reportId: number, numbers: ReadonlyMap<string, number>) {
  const series = seriesPlace(store, reportId)?.series;
  const members = series ? seriesMembers(store, series) : [];
  const self = members.find((member) => member.reportId === reportId);
  if (!self || !isRead(self)) return [];
  const record = overlaid(yearRecord(store, self, HISTORY_VARIABLES), numbers);
  const of = (step: -1 | 1) => comparedYear(store, members, self, step, HISTORY_VARIABLES);
  const [before, after] = [of(-1), of(1)];
  return [
    ...(before ? checkHistory(record, before).findings : []),
    ...(after ? checkHistory(after.record, { record, doubt: after.doubt }).findings.map(ofNextYear) : []),
  ].filter(({ outcome }) => outcome === 'fail');
}

/** The report of the year after has scopes of the same names. */
const ofNextYear = <Finding extends { readonly scope: string }>(finding: Finding): Finding => ({
  ...finding,
  scope: `${finding.scope} +1`,
});

function overlaid(record: YearRecord, numbers: ReadonlyMap<string, number>): YearRecord {
  const cells = [...record.cells].map(([name, cell]) => {
    const value = numbers.get(name);
    const changed =
      value === undefined ? cell : { ...cell, value, raw: String(value), status: 'reported' as const };
    return [name, changed] as const;
  });
  return { ...record, cells: new Map(cells) };
}
