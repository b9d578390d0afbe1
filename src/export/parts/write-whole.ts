import type { Store } from '../../store/store.ts';
import { batchOf } from '../batch.ts';
import { openWholeFiles, type WholeFormat, type WholeOptions } from '../formats/whole-files.ts';
import type { ReleaseTable } from '../release-table.ts';
import { surveyBatch, type TableFacts } from '../survey.ts';
import type { FixedTable } from '../tables/divisions.ts';
import type { Part } from './part.ts';
import { type ReleaseTables, readPart } from './read-part.ts';

export interface WholeTask extends WholeOptions {
  readonly formats: readonly WholeFormat[];
  readonly parts: readonly Part[];
  /** Of the tables that come from the reports, in their order. */
  readonly facts: readonly TableFacts[];
  readonly fixedTables: readonly FixedTable[];
}

/** Reads every part once more and writes it; yields after each part how many reports it had. Throws StoreError. */
export function* writeWhole(store: Store, tables: ReleaseTables, task: WholeTask): Generator<number> {
  const { formats, parts, facts, fixedTables } = task;
  const measured = new Map<ReleaseTable, TableFacts>();
  tables.reportTables.forEach((table, at) => {
    const found = facts[at];
    if (found) measured.set(table, found);
  });
  const fixed = fixedTables.map((table) => ({ table, batch: batchOf(table, table.rows) }));
  for (const { table, batch } of fixed) measured.set(table, surveyBatch(table, batch));
  const files = openWholeFiles(measured, formats, task);
  try {
    for (const part of parts) {
      for (const [table, batch] of readPart(store, tables, part)) files.write(table, batch);
      yield part.reports.length;
    }
    for (const { table, batch } of fixed) files.write(table, batch);
  } finally {
    // Also after a failure: what is staged is thrown away, but its files must not stay open.
    files.close();
  }
}
