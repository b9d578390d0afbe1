import { countReports } from '../store/release/list-stored.ts';
import type { Store } from '../store/store.ts';
import type { ExportOptions } from './export-options.ts';
import { WHOLE_FORMATS, type WholeFormat } from './formats/whole-files.ts';
import type { Part } from './parts/part.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { Format } from './release-table.ts';
import type { ReleaseWork } from './release-work.ts';

/** Excel takes longer than all others together: it has a thread of its own where there is one. */
const GROUPS: readonly (readonly WholeFormat[])[] = [WHOLE_FORMATS.slice(0, 1), WHOLE_FORMATS.slice(1)];
const groupsOf = (formats: readonly Format[]): WholeFormat[][] =>
  GROUPS.map((group) => group.filter((format) => formats.includes(format))).filter(
    (group) => group.length > 0,
  );

/** How often `onReport` will be called. */
export const countPasses = (store: Store, formats: readonly Format[]): number =>
  countReports(store) * (1 + groupsOf(formats).length);

/** Writes the formats that need every figure before their first row. */
export async function writeWholes(
  { formats, signal, onReport }: ExportOptions,
  { runner, staged }: ReleaseWork,
  parts: readonly Part[],
  { version, snapshot, facts, fixedTables }: ReleasePlan,
): Promise<void> {
  const options = { dir: staged, version, meta: { dataset: 'gongkai', version, snapshot } };
  const measured = runner.tables.reportTables.flatMap((table) => facts.get(table) ?? []);
  const heard = (reports: number): void => {
    for (let n = 0; n < reports; n++) onReport?.();
  };
  const work = groupsOf(formats).map((group) =>
    runner.writeWhole({ ...options, parts, formats: group, facts: measured, fixedTables }, heard, signal),
  );
  await Promise.all(work);
}
