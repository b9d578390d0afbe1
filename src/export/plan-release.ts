import { createHash } from 'node:crypto';
import { chainHead } from '../store/review/append-event.ts';
import { batchOf } from './batch.ts';
import { addUp } from './counts.ts';
import type { ExportOptions } from './export-release.ts';
import type { EncodedPart } from './parts/encode-part.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseTable } from './release-table.ts';
import type { ReleaseWork } from './release-work.ts';
import { toStatistics } from './statistics.ts';
import { surveyBatch, type TableFacts, uniteFacts } from './survey.ts';
import { divisionTables } from './tables/divisions.ts';
import { variablesTable } from './tables/variables.ts';

/** What was found of all parts, put together: tables, figures, and the identity of the release. */
export function planRelease(
  { store, softwareVersion, gazetteer }: ExportOptions,
  {
    runner: { tables },
    listed,
    before,
    found,
  }: Omit<ReleaseWork, 'staged'> & { readonly found: readonly Omit<EncodedPart, 'reports'>[] },
): ReleasePlan {
  const { variables, reportTables } = tables;
  const counts = addUp(
    listed,
    found.map(({ year, tally }) => ({ year, ...tally })),
  );
  const fixedTables = [variablesTable(variables, counts.variables), ...divisionTables(gazetteer)];
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
    ...{ version, snapshot, variables, fixedTables, facts, counts, statistics, before, decisionLog },
  };
}

/** The identity of what a release says: the same for the same rows in the same columns, whatever the formats. */
function digestOf(facts: ReadonlyMap<ReleaseTable, TableFacts>): string {
  const hash = createHash('sha256');
  for (const [{ name, columns }, { sha256 }] of facts)
    hash.update(`${JSON.stringify([name, columns.map((column) => column.name), sha256])}\n`);
  return hash.digest('hex');
}
