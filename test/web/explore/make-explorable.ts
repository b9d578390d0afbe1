import { variableSeeds } from '../../../src/cli/variable-seeds.ts';
import type { Cell } from '../../../src/model/cell.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { refreshSummaries } from '../../../src/store/explore/summaries/refresh-summaries.ts';
import { loadExtraction } from '../../../src/store/load-extraction.ts';
import { seedVariables } from '../../../src/store/seed-variables.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeExtraction, sha256Of } from '../../store/make-extraction.ts';

export const RECEIVED = 'applications.received_new.total';
export const PROCESSED = 'applications.total_processed.total';

type Printed = Pick<Cell, 'value' | 'status'>;
const n = (value: number): Printed => ({ value, status: 'reported' });
const none = (status: Cell['status']): Printed => ({ value: null, status });

/** What 双辽市政府 prints of two variables; no report is about 2020. */
const YEARS: readonly (readonly [year: number, form: '2014' | '2019' | '2021', ...cells: Printed[]])[] = [
  [2018, '2014'],
  [2019, '2019', n(5), n(4)],
  [2021, '2021', n(0), none('blank')],
  [2022, '2021', none('dash'), none('unreadable')],
  [2023, '2021', n(12), none('ambiguous')],
  [2024, '2021', none('no_table'), n(9)],
];

/** Reports of a government over the years, and of some departments elsewhere, with their sums. */
export function loadExplorable(store: Store): void {
  seedVariables(store, variableSeeds());
  for (const [year, form, received, processed] of YEARS)
    save(store, { year, form, agency: '双辽市人民政府', division: '220382', place: '双辽市' }, [
      ...(received ? [{ variable: RECEIVED, ...received }] : []),
      ...(processed ? [{ variable: PROCESSED, ...processed }] : []),
    ]);
  for (let at = 0; at < 60; at++)
    save(
      store,
      {
        ...{
          year: 2019 + (at % 5),
          form: at % 5 < 2 ? '2019' : '2021',
          agency: `四平市机关${Math.floor(at / 5)}`,
        },
        ...{ division: at % 2 === 0 ? '220300' : '110101', place: at % 2 === 0 ? '四平市' : '东城区' },
      },
      [{ variable: RECEIVED, ...(at % 7 === 0 ? none('blank') : n(at * 3)) }],
    );
  refreshSummaries(store);
}

interface About {
  readonly year: number;
  readonly form: '2014' | '2019' | '2021';
  readonly agency: string;
  readonly division: string;
  readonly place: string;
}

function save(store: Store, about: About, cells: readonly (Printed & { variable: string })[]): void {
  const made = makeExtraction({ ...about, seed: about.year });
  const sha256 = sha256Of(JSON.stringify(about));
  const extraction: Extraction = {
    ...{ ...made, sha256, claims: [] },
    report: { ...made.report, ...about },
    findings: made.findings.map((finding) => ({ ...finding, variables: [RECEIVED], suggestions: [] })),
    cells: cells.map(({ variable, value, status }) => ({
      ...{ variable, value, status, source: null },
      raw: value === null ? (status === 'blank' ? '' : '…') : String(value),
    })),
  };
  loadExtraction(
    store,
    { sha256, byteLength: 1, kind: 'html', origin: { file: `${sha256}.html` } },
    extraction,
  );
}
