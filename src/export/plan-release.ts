import { createHash } from 'node:crypto';
import { sourceOutcomes } from '../store/release/source-outcomes.ts';
import { chainHead } from '../store/review/append-event.ts';
import { batchOf } from './batch.ts';
import { addUp } from './counts.ts';
import { coverPlaces } from './coverage.ts';
import type { ExportOptions } from './export-options.ts';
import type { EncodedPart } from './parts/encode-part.ts';
import { anomaliesPicture } from './pictures/anomalies-picture.ts';
import { coveragePicture } from './pictures/coverage-picture.ts';
import { outcomesPicture } from './pictures/outcomes-picture.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseTable } from './release-table.ts';
import type { ReleaseWork } from './release-work.ts';
import { toStatistics } from './statistics.ts';
import { addSums } from './sums.ts';
import { surveyBatch, type TableFacts, uniteFacts } from './survey.ts';
import { agencyTables } from './tables/agencies.ts';
import { coverageTable } from './tables/coverage.ts';
import { divisionTables } from './tables/divisions.ts';
import { variablesTable } from './tables/variables.ts';

/** What was found of all parts, put together: tables, figures, and the identity of the release. */
export function planRelease(
  { store, softwareVersion, gazetteer, data, sources = [] }: ExportOptions,
  {
    runner: { tables },
    listed,
    agencies,
    withdrawn,
    before,
    found,
  }: Omit<ReleaseWork, 'staged'> & { readonly found: readonly Omit<EncodedPart, 'reports'>[] },
): ReleasePlan {
  const { variables, reportTables } = tables;
  const tallies = found.map(({ year, tally }) => ({ year, ...tally }));
  const counts = addUp(listed, tallies);
  const covered = coverPlaces({ listed, withdrawn, gazetteer, sources, outcomes: sourceOutcomes(store) });
  const fixedTables = [
    variablesTable(variables, counts.variables, data.retired),
    ...divisionTables(gazetteer),
    ...agencyTables(agencies, data.agencies),
    coverageTable(covered),
  ];
  const provinceName = (code: string): string =>
    gazetteer.unitsByCode.get(code)?.[0]?.rows.at(-1)?.name ?? code;
  const pictures = [
    coveragePicture(covered, provinceName),
    outcomesPicture(addSums(tallies)),
    anomaliesPicture(counts),
  ];
  const facts = new Map<ReleaseTable, TableFacts>();
  reportTables.forEach((table, at) => {
    facts.set(
      table,
      uniteFacts(
        table,
        found.flatMap((part) => part.tables[at]?.facts ?? []),
      ),
    );
  });
  for (const table of fixedTables) facts.set(table, surveyBatch(table, batchOf(table, table.rows)));
  const snapshot = digestOf(facts);
  const version = `${softwareVersion}+${snapshot.slice(0, 12)}`;
  const statistics = toStatistics(counts, [...facts.keys()], { version, snapshot });
  const decisionLog = chainHead(store);
  return {
    ...{
      version,
      snapshot,
      variables,
      fixedTables,
      facts,
      counts,
      pictures,
      statistics,
      before,
      decisionLog,
    },
  };
}

/** The identity of what a release says: the same for the same rows in the same columns, whatever the formats. */
function digestOf(facts: ReadonlyMap<ReleaseTable, TableFacts>): string {
  const hash = createHash('sha256');
  for (const [{ name, columns }, { sha256 }] of facts)
    hash.update(`${JSON.stringify([name, columns.map((column) => column.name), sha256])}\n`);
  return hash.digest('hex');
}
