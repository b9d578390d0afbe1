import type { SourceEntry } from '../../src/model/source-entry.ts';
import type { Column, Item, ItemFile } from './site-content.ts';
import type { PlannedReport, SiteOrder } from './site-plan.ts';
import type { SitePage } from './static-site.ts';

/** How a publishing system makes addresses: paths with their query. `serial` differs for all of one kind. */
export interface AddressRules {
  column(column: Column, parent: string | null, serial: number): string;
  item(item: Item, column: string, serial: number): string;
  file(file: ItemFile, item: string, serial: number): string;
}

export interface PlacedFile {
  readonly path: string;
  readonly file: ItemFile;
}
export interface PlacedItem {
  readonly path: string;
  readonly item: Item;
  readonly files: readonly PlacedFile[];
}
export interface PlacedColumn {
  readonly path: string;
  readonly column: Column;
  /** Names of the columns above it and its own. */
  readonly trail: readonly string[];
  readonly items: readonly PlacedItem[];
  readonly columns: readonly PlacedColumn[];
}

/** Gives each column, article and file its address. */
export function layOut(root: Column, rules: AddressRules): PlacedColumn {
  const serials = { column: 0, item: 0, file: 0 };
  const place = (column: Column, parent: string | null, above: readonly string[]): PlacedColumn => {
    const trail = [...above, column.name];
    const path = rules.column(column, parent, serials.column++);
    const items = column.items.map((item): PlacedItem => {
      const at = rules.item(item, path, serials.item++);
      const files = item.files.map((file) => ({ path: rules.file(file, at, serials.file++), file }));
      return { path: at, item, files };
    });
    return { path, column, trail, items, columns: column.columns.map((below) => place(below, path, trail)) };
  };
  return place(root, null, []);
}

/** A column and all below it. */
export const placedColumns = (column: PlacedColumn): readonly PlacedColumn[] => [
  column,
  ...column.columns.flatMap(placedColumns),
];

/** The reports of a laid out site, and what looks like them. */
export function plannedItems(
  host: string,
  root: PlacedColumn,
): { readonly reports: readonly PlannedReport[]; readonly decoys: readonly string[] } {
  const urlOf = (path: string): string => new URL(path, `http://${host}`).href;
  const columns = placedColumns(root);
  const own = columns.flatMap(({ path, column: { inline } }) =>
    inline?.year == null ? [] : [{ url: urlOf(path), year: inline.year, attachments: [] }],
  );
  const items = columns.flatMap((column) => column.items);
  const linked = items.flatMap(({ path, item: { year }, files }) =>
    year === null ? [] : [{ url: urlOf(path), year, attachments: files.map((file) => urlOf(file.path)) }],
  );
  return {
    reports: [...own, ...linked],
    decoys: items.filter(({ item }) => item.year === null).map(({ path }) => urlOf(path)),
  };
}

/** The registry's entry for a site. */
export function sourceFor(
  order: SiteOrder,
  reports: number,
  entry: Pick<SourceEntry, 'family'> & Partial<SourceEntry>,
): SourceEntry {
  return {
    ...{ name: order.place, division: order.division, level: 'county' },
    ...{ lists: [], patterns: [], pages: [], hosts: [], scripts: false, checked: null },
    years: { from: Math.min(...order.years), to: Math.max(...order.years) },
    assertions: { min: reports, max: reports },
    ...entry,
  };
}

/** The articles of a column and their files, as pages of a site. */
export const articleFiles = (
  { items }: PlacedColumn,
  render: (placed: PlacedItem) => string,
): readonly [string, SitePage][] =>
  items.flatMap((placed) => [
    [placed.path, { body: render(placed), modified: placed.item.date }],
    ...placed.files.map(({ path, file }): [string, SitePage] => [
      path,
      { body: file.bytes, type: file.type, modified: placed.item.date },
    ]),
  ]);
