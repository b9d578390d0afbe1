import type { Checks, RuleCounts } from '../model/extraction.ts';
import { build } from './build.ts';
import { byCount, getRow, getRows, PARAMETER, prepare, prepareInsert, run } from './run.ts';
import type { Store } from './store.ts';

type PackedCounts = readonly [pass: number, fail: number, open?: RuleCounts['not_evaluable']];

/** All parts of a report at once: there are a dozen, and nearly all of them are known. */
const findTallies = byCount((count) =>
  prepare(
    build.selectFrom('tally').select(['id', 'counts']).where('counts', 'in', Array(count).fill(PARAMETER)),
  ),
);
const findCounts = prepare(build.selectFrom('tally').select('counts').where('id', '=', PARAMETER));
const insertTally = prepareInsert('tally', ['counts']);

/** The counts of a report as the numbers of the tallies that hold them, as JSON; part of the caller's transaction. */
export function packChecks(store: Store, checks: Checks): string {
  const parts = new Map<string, Record<string, PackedCounts>>();
  for (const [rule, counts] of Object.entries(checks)) {
    const name = rule.split('.', 1)[0] ?? '';
    const part = parts.get(name) ?? {};
    part[rule] = packCounts(counts);
    parts.set(name, part);
  }
  const counts = [...parts.values()].map((part) => JSON.stringify(part));
  const found = counts.length === 0 ? [] : getRows(store, findTallies(counts.length), ...counts);
  const known = new Map(found.map((tally) => [tally.counts, tally.id]));
  return JSON.stringify(counts.map((part) => known.get(part) ?? run(store, insertTally, part)));
}

export function unpackChecks(store: Store, packed: string): Checks {
  const tallies = (JSON.parse(packed) as number[]).map((id) => getRow(store, findCounts, id)?.counts ?? '{}');
  return Object.assign({}, ...tallies.map(unpackTally)) as Checks;
}

export function unpackTally(counts: string): Checks {
  const packed = JSON.parse(counts) as Readonly<Record<string, PackedCounts>>;
  return Object.fromEntries(
    Object.entries(packed).map(([rule, [pass, fail, open = {}]]) => [
      rule,
      { pass, fail, not_evaluable: open },
    ]),
  );
}

const packCounts = ({ pass, fail, not_evaluable }: RuleCounts): PackedCounts =>
  Object.keys(not_evaluable).length === 0 ? [pass, fail] : [pass, fail, not_evaluable];
