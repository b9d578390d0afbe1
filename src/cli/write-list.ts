import { escapeText, toSafeJson } from '../escape.ts';
import { note, write } from './output.ts';
import { type CsvValue, toCsvLine } from './render/csv.ts';
import type { ListColumn } from './render/list-table.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';

export type ListFormat = 'table' | 'json' | 'csv';

/** Wide enough for a message beside its place. */
const TABLE_WIDTH = 120;

interface List<Row> {
  readonly rows: readonly Row[];
  /** What a row is to a program: the keys are the columns of the CSV. */
  readonly record: (row: Row) => Readonly<Record<string, unknown>>;
  /** The keys, so that a list without rows still has its heading. */
  readonly keys: readonly string[];
  readonly columns: readonly ListColumn<Row>[];
}

/** Writes a list as a table for a terminal, as JSON or CSV for a program. */
export async function writeList<Row>(
  list: List<Row>,
  asked: ListFormat | undefined,
  session: Session,
): Promise<void> {
  const { stdout, lang } = session;
  const format = asked ?? (stdout.isTTY ? 'table' : 'json');
  if (format === 'json') return write(stdout, `${toSafeJson(list.rows.map(list.record), 2)}\n`);
  if (format === 'csv') return writeCsv(list, session);
  if (list.rows.length === 0) return note(session, 'info', TEXTS.nothingStored[lang]);
  const [{ renderList }, { choosePaint }] = await Promise.all([
    import('./render/list-table.ts'),
    import('./render/paint.ts'),
  ]);
  const view = { lang, paint: choosePaint(stdout, session.env), width: stdout.columns ?? TABLE_WIDTH };
  await write(
    stdout,
    `${renderList(list.rows, list.columns, view)}\n${TEXTS.listed(list.rows.length)[lang]}\n`,
  );
}

async function writeCsv<Row>({ rows, record, keys }: List<Row>, { stdout }: Session): Promise<void> {
  await write(stdout, toCsvLine(keys));
  for (const row of rows) {
    const values = record(row);
    await write(stdout, toCsvLine(keys.map((key) => csvValue(values[key], stdout.isTTY === true))));
  }
}

/** Lists and objects stand in one field as JSON. */
function csvValue(value: unknown, forTerminal: boolean): CsvValue {
  if (value === null || value === undefined || typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return forTerminal ? escapeText(text) : text;
}
