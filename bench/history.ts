import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Extraction } from '../src/model/extraction.ts';
import type { Store } from '../src/store/store.ts';
import { FIRST_YEAR, makeBodies } from '../test/across/false-alarms.ts';
import { makeReport } from '../test/across/make-report.ts';
import { makeExtraction } from '../test/store/make-extraction.ts';
import { built } from './built.ts';

/** What checks across reports cost beside loading alone: npm run build && npx tsx bench/history.ts */
const BODIES = 60;
const ROUNDS = 20;
/** Until the machine code of both is made, as for bench/load.ts. */
const WARM_UP_ROUNDS = 4;
const MOST_GROWTH = 0.2;

const { variableSeeds } =
  await built<typeof import('../src/cli/variable-seeds.ts')>('src/cli/variable-seeds');
const { checkAcrossReports } = await built<typeof import('../src/pipeline/across/check-across-reports.ts')>(
  'src/pipeline/across/check-across-reports',
);
const { loadRecord } =
  await built<typeof import('../src/pipeline/load-record.ts')>('src/pipeline/load-record');
const { loadExtraction } =
  await built<typeof import('../src/store/load-extraction.ts')>('src/store/load-extraction');
const { openStore } = await built<typeof import('../src/store/open-store.ts')>('src/store/open-store');
const { seedVariables } =
  await built<typeof import('../src/store/seed-variables.ts')>('src/store/seed-variables');

const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
const extractions = makeBodies(5, BODIES).flatMap(({ division, place, agency, years }) =>
  years.map((figures, at) =>
    withPlaces(makeReport({ division, place, agency, year: FIRST_YEAR + at, figures })),
  ),
);

type Load = typeof loadRecord;

try {
  // The two take turns and are compared turn by turn: a slower moment of the machine slows both.
  const turns = Array.from({ length: WARM_UP_ROUNDS + ROUNDS }, (_, round) => {
    const load = {
      alone: () => loadAll(`alone-${round}`, loadExtraction),
      beside: () => loadAll(`beside-${round}`, loadRecord),
    };
    // Each goes first in turn: the second finds warmer code and more to collect.
    const first = round % 2 === 0 ? load.alone() : undefined;
    const beside = load.beside();
    const alone = first ?? load.alone();
    const batch = time(() => checkAcrossReports(beside.store, { corrections: [] }));
    const again = time(() => checkAcrossReports(beside.store, { corrections: [] }));
    for (const { store } of [alone, beside]) store.close();
    return { alone: alone.milliseconds, beside: beside.milliseconds, batch, again };
  });
  const of = (key: keyof (typeof turns)[number]): number =>
    median(turns.slice(WARM_UP_ROUNDS).map((turn) => turn[key]));
  const growth = of('beside') / of('alone') - 1;
  const each = (milliseconds: number): string =>
    `${(milliseconds / extractions.length).toFixed(2)} ms a report`;
  console.log(
    `loadExtraction alone           ${each(of('alone'))} (${extractions.length} reports of ${BODIES} bodies)`,
  );
  console.log(`with checks of neighbours      ${each(of('beside'))}`);
  console.log(
    `growth                         ${(growth * 100).toFixed(0)} % (at most ${MOST_GROWTH * 100} %: ${growth <= MOST_GROWTH ? 'ok' : 'TOO MUCH'})`,
  );
  console.log(`checkAcrossReports, all new    ${each(of('batch'))}`);
  console.log(`checkAcrossReports, none new   ${of('again').toFixed(1)} ms`);
} finally {
  rmSync(folder, { recursive: true });
}

/** With what any record of a page has besides its numbers: where each was printed, counts told in prose, findings. */
function withPlaces(extraction: Extraction): Extraction {
  const { cells, claims, findings } = makeExtraction({ seed: 1 });
  const names = extraction.cells.map(({ variable }) => variable);
  return {
    ...extraction,
    cells: extraction.cells.map((cell, at) => ({
      ...cell,
      source: cells[at % cells.length]?.source ?? null,
    })),
    claims: claims.map((claim, at) => ({ ...claim, variable: names[at] ?? '' })),
    findings: findings.map((finding) => ({ ...finding, variables: names.slice(0, 4), suggestions: [] })),
  };
}

function loadAll(name: string, load: Load): { readonly store: Store; readonly milliseconds: number } {
  const store = openStore(join(folder, `${name}.sqlite`));
  seedVariables(store, variableSeeds());
  const milliseconds = time(() => {
    for (const extraction of extractions) load(store, documentOf(extraction), extraction);
  });
  return { store, milliseconds };
}

function documentOf({ sha256 }: Extraction) {
  return { sha256, byteLength: 80_000, kind: 'html', origin: { file: `${sha256}.html` }, parserVersion: '1' };
}

/** Time of this process: others on the machine do not count. */
function time(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
