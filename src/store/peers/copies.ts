import { build } from '../build.ts';
import { getRows, PARAMETER, prepare, prepareInsert, run } from '../run.ts';
import type { Store } from '../store.ts';

/** Reports looked at for one band: a text that hundreds share is told of all the same, with fewer names. */
const MOST_CANDIDATES = 200;

const sameFigures = prepare(
  build
    .selectFrom('comparison as own')
    .innerJoin('comparison as other', 'other.figures', 'own.figures')
    .select('other.report')
    .where('own.report', '=', PARAMETER)
    .whereRef('other.report', '<>', 'own.report')
    .orderBy('other.report'),
);
const bandMates = prepare(
  build
    .selectFrom('prose_band')
    .select('report')
    .where('band', '=', PARAMETER)
    .orderBy('report')
    .limit(PARAMETER),
);
const bandsOfReport = prepare(build.selectFrom('prose_band').select('band').where('report', '=', PARAMETER));
const deleteBands = prepare(build.deleteFrom('prose_band').where('report', '=', PARAMETER));
const insertBand = prepareInsert('prose_band', ['band', 'report']);
const copiesOfReport = prepare(
  build.selectFrom('copy').select('other').where('report', '=', PARAMETER).orderBy('other'),
);
const copiesInWords = prepare(
  build
    .selectFrom('copy')
    .innerJoin('report', 'report.id', 'copy.other')
    .select(['report.id', 'report.place', 'report.agency', 'report.year'])
    .where('copy.report', '=', PARAMETER)
    .orderBy('report.year')
    .orderBy('report.id')
    .limit(PARAMETER),
);
const deleteCopies = prepare(build.deleteFrom('copy').where('report', '=', PARAMETER));
const insertCopy = prepareInsert('copy', ['report', 'other']);

/** Other reports that print the very same numbers. */
export const withSameFigures = (store: Store, report: number): number[] =>
  getRows(store, sameFigures, report).map((row) => row.report);

/** Other reports that share a band of their text's print: candidates, to be compared. */
export function withSharedBand(store: Store, report: number): number[] {
  const bands = getRows(store, bandsOfReport, report);
  const mates = bands.flatMap(({ band }) =>
    getRows(store, bandMates, band, MOST_CANDIDATES).map((row) => row.report),
  );
  return [...new Set(mates)].filter((mate) => mate !== report).toSorted((a, b) => a - b);
}

export function saveBands(store: Store, report: number, bands: readonly Uint8Array[]): void {
  run(store, deleteBands, report);
  for (const band of bands) run(store, insertBand, band, report);
}

/** Reports that a report was found to be like when it was last compared. */
export const copiesOf = (store: Store, report: number): number[] =>
  getRows(store, copiesOfReport, report).map(({ other }) => other);

/** The first of them, with what a person calls them. */
export const nameCopies = (store: Store, report: number, most: number) =>
  getRows(store, copiesInWords, report, most);

export function saveCopies(store: Store, report: number, others: readonly number[]): void {
  run(store, deleteCopies, report);
  for (const other of others) run(store, insertCopy, report, other);
}
