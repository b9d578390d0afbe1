import { build } from './build.ts';
import { explaining } from './explain-sqlite-error.ts';
import { panelView } from './panel-view.ts';
import { getRows, prepare, prepareInsert, run } from './run.ts';
import type { VariableRow } from './schema.ts';
import type { Store } from './store.ts';
import { write } from './write.ts';

/** A variable as the forms describe it. */
export interface VariableSeed {
  readonly name: string;
  readonly table: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
  readonly unit: string;
  /** Editions of the form that print it. */
  readonly forms: readonly string[];
  /** True for totals of the dataset that no form prints. */
  readonly derived?: boolean;
}

const COLUMNS = ['name', 'table_name', 'row_label', 'column_label', 'unit', 'forms', 'derived'] as const;
type Described = Omit<VariableRow, 'id'>;

const everyVariable = prepare(build.selectFrom('variable').selectAll().orderBy('id'));
const insertVariable = prepareInsert('variable', COLUMNS);

/**
 * Makes the database know these variables, and `panel` have a column for each. A variable that is no longer
 * in the list stays, with its number and its values. Writes nothing when nothing is new.
 */
export function seedVariables(store: Store, seeds: readonly VariableSeed[]): void {
  if (explaining(store.file, () => isSeeded(store, seeds))) return;
  write(store, () => {
    const known = new Map(getRows(store, everyVariable).map((row) => [row.name, row]));
    for (const seed of seeds.map(describe)) saveVariable(store, seed, known.get(seed.name));
    store.sqlite.exec(`DROP VIEW IF EXISTS panel; ${wantedPanel(store)}`);
  });
}

function isSeeded(store: Store, seeds: readonly VariableSeed[]): boolean {
  const known = new Map(getRows(store, everyVariable).map((row) => [row.name, row]));
  const current = seeds.map(describe).every((seed) => isSame(seed, known.get(seed.name)));
  return current && storedPanel(store) === wantedPanel(store);
}

function saveVariable(store: Store, seed: Described, known: VariableRow | undefined): void {
  if (isSame(seed, known)) return;
  if (!known) {
    run(store, insertVariable, ...COLUMNS.map((column) => seed[column]));
    return;
  }
  const { sql, parameters } = build.updateTable('variable').set(seed).where('id', '=', known.id).compile();
  store.sqlite.prepare(sql).run(...parameters);
}

function describe({ name, table, rowLabel, columnLabel, unit, forms, derived }: VariableSeed): Described {
  const labels = { row_label: rowLabel, column_label: columnLabel };
  return { name, table_name: table, ...labels, unit, forms: forms.join(' '), derived: derived ? 1 : 0 };
}

const isSame = (seed: Described, known: VariableRow | undefined): boolean =>
  COLUMNS.every((column) => seed[column] === known?.[column]);

const wantedPanel = (store: Store): string => panelView(getRows(store, everyVariable));

function storedPanel(store: Store): string | undefined {
  const row = store.sqlite
    .prepare("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = 'panel'")
    .get();
  return (row as { readonly sql: string } | undefined)?.sql;
}
