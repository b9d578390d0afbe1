import { pick, randomFrom } from '../../../bench/web/random.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { makeFinding } from '../../../src/rules/make-finding.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeExtraction } from '../make-extraction.ts';
import { load, query } from '../temp-store.ts';

export const DIVISIONS = ['110000', '110101', '220000', '220300', '220382', '220323', '440106'] as const;
const RULES = ['applications.balance', 'cell.malformed', 'series.jump', 'narrative.mismatch'] as const;

/** A report of a place and year with some findings, all decided by the seed. */
export function makeQueued(seed: number, version = 1): Extraction {
  const random = randomFrom(seed);
  const division = pick(random, DIVISIONS);
  const year = 2018 + Math.floor(random() * 5);
  const made = makeExtraction({
    ...{ seed, cells: 5, division, year, agency: `机关${seed % 9}` },
    published: `${year + 1}-01-${10 + version}`,
  });
  const vary = randomFrom(seed * 7 + version);
  return { ...made, findings: Array.from({ length: Math.floor(vary() * 7) }, (_, at) => make(vary, at)) };
}

function make(random: () => number, at: number): Finding {
  const shared = {
    rule: pick(random, RULES),
    scope: `s${at}`,
    message: { zh: '不符', en: 'does not hold' },
    expected: Math.floor(random() * 5),
    actual: 7,
  };
  return random() < 0.2 ? makeFinding({ ...shared, outcome: 'not_evaluable' }) : makeFinding(shared);
}

export function loadQueue(store: Store, count: number): void {
  for (let seed = 1; seed <= count; seed++) load(store, makeQueued(seed));
}

/** The queue as it is by its meaning, without buckets: what the fast lists have to agree with. */
export interface PlainRow {
  readonly id: number;
  readonly report: number;
  readonly division: string;
  readonly province: string;
  readonly year: number;
  readonly form: string;
  readonly rule: string;
  readonly severity: string;
  readonly outcome: string;
  readonly status: string;
}

export const plainQueue = (store: Store): PlainRow[] =>
  query<PlainRow>(
    store,
    `SELECT f.id, f.report, coalesce(r.division, '') AS division, substr(coalesce(r.division, ''), 1, 2) AS province,
      coalesce(r.year, 0) AS year, coalesce(r.form, '') AS form, f.rule, f.severity, f.outcome, f.review_status AS status
    FROM finding f JOIN report r ON r.id = f.report WHERE f.withdrawn = 0 AND r.current = 1 ORDER BY f.id`,
  );
