import { renameSync } from 'node:fs';
import { variableSeeds } from '../../src/cli/variable-seeds.ts';
import { seriesKey } from '../../src/places/series-key.ts';
import { storeText } from '../../src/store/cell-state.ts';
import { openStore } from '../../src/store/open-store.ts';
import { packNames, packSuggestions } from '../../src/store/packed-names.ts';
import { encodePlaces } from '../../src/store/places/encode-places.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import type { Store } from '../../src/store/store.ts';
import { packChecks } from '../../src/store/tallies.ts';
import { variableBook } from '../../src/store/variable-book.ts';
import { type Body, bodiesIn, FIRST_YEAR, formOf, LAST_YEAR } from './made-bodies.ts';
import { makeRuns } from './made-runs.ts';
import { MOST_FINDINGS, makeTemplate, type Template } from './made-templates.ts';
import { randomFrom } from './random.ts';

export interface Wanted {
  readonly reports: number;
  /** Cells and their places, for all but a share of the reports from 0 to 1: lists need none. */
  readonly withCells?: number;
  readonly seed?: number;
}

const TEMPLATES_A_FORM = 40;
const AT_ONCE = 4000;
/** One report in so many was published twice. */
const VERSIONS = 22;

/**
 * Fills a new database at `file` with made-up reports about every place and year, ten findings each: whole, as loading
 * them would, by SQL alone and so some fifty times as fast. The same seed gives the same rows.
 */
export function makeDatabase(file: string, { reports, withCells = 1, seed = 1 }: Wanted): void {
  const draft = `${file}.draft-${process.pid}`;
  const store = openStore(draft);
  const { sqlite } = store;
  sqlite.pragma('synchronous = 0');
  sqlite.pragma('cache_size = -400000');
  sqlite.pragma('foreign_keys = 0');
  seedVariables(store, variableSeeds());
  prepareTemplates(store);
  const insert = makeInserts(store, seed);
  const all = listReports(reports);
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const part = all.slice(from, from + AT_ONCE);
    sqlite.transaction(() => insert(part, from + 1, withCells)).immediate();
  }
  decideSome(store);
  makeRuns(store);
  sqlite.exec('ANALYZE');
  store.close();
  // Cut off, it is not there: half a database would be measured the next time.
  renameSync(draft, file);
}

interface Wished extends Body {
  readonly year: number;
  readonly version: number;
  readonly replaced: boolean;
}

/** Year by year, as nights bring them; cut evenly, so that fewer reports are still of all places and years. */
function listReports(count: number): Wished[] {
  const all: Wished[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const body of bodiesIn(year)) {
      const twice = all.length % VERSIONS === VERSIONS - 1;
      all.push({ ...body, year, version: 1, replaced: twice });
      if (twice) all.push({ ...body, year, version: 2, replaced: false });
    }
  }
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)]).flatMap(
    (one) => one ?? [],
  );
}

const templateId = (form: string, nth: number): number => Number(form) * 1000 + nth;

function prepareTemplates(store: Store): void {
  const { sqlite } = store;
  sqlite.exec(`
    CREATE TEMP TABLE made (id INTEGER PRIMARY KEY, template INTEGER, findings INTEGER, version INTEGER, cells INTEGER);
    CREATE TEMP TABLE made_cell (template INTEGER, variable INTEGER, value REAL, state INTEGER, raw TEXT, imputed REAL,
      PRIMARY KEY (template, variable)) WITHOUT ROWID;
    CREATE TEMP TABLE made_place (template INTEGER PRIMARY KEY, paths TEXT, block BLOB);
    CREATE TEMP TABLE made_finding (template INTEGER, nth INTEGER, rule TEXT, scope TEXT, severity TEXT, outcome TEXT,
      message_zh TEXT, message_en TEXT, expected REAL, actual REAL, delta REAL, variables TEXT, suggestions TEXT,
      confirmed INTEGER, PRIMARY KEY (template, nth)) WITHOUT ROWID;
    CREATE TEMP TABLE made_checks (template INTEGER PRIMARY KEY, checks TEXT)`);
  for (const form of ['2014', '2019', '2021'] as const)
    for (let nth = 0; nth < TEMPLATES_A_FORM; nth++)
      saveTemplate(store, templateId(form, nth), makeTemplate(form, Number(form) + nth));
}

function saveTemplate(store: Store, id: number, { cells, findings, checks }: Template): void {
  const { sqlite } = store;
  const book = variableBook(store);
  const variables = cells.map(({ variable }) => book.idOf(variable));
  const cellInsert = sqlite.prepare('INSERT INTO made_cell VALUES (?, ?, ?, ?, ?, ?)');
  cells.forEach((cell, at) => {
    const { state, raw } = storeText(cell);
    cellInsert.run(id, variables[at], cell.value, state, raw, cell.imputed ?? null);
  });
  const { paths, block } = encodePlaces({ variables, sources: cells.map(({ source }) => source) });
  sqlite.prepare('INSERT INTO made_place VALUES (?, ?, ?)').run(id, JSON.stringify(paths), block);
  sqlite.prepare('INSERT INTO made_checks VALUES (?, ?)').run(id, packChecks(store, checks));
  const findingInsert = sqlite.prepare(`INSERT INTO made_finding VALUES (${Array(14).fill('?').join(', ')})`);
  findings.forEach((finding, nth) => {
    const { rule, scope, severity, outcome, message, expected, actual, delta, confirmed } = finding;
    findingInsert.run(
      ...[id, nth, rule, scope, severity, outcome, message.zh, message.en, expected, actual, delta],
      ...[packNames(book, finding.variables), packSuggestions(book, finding.suggestions)],
      confirmed === null ? null : Number(confirmed),
    );
  });
}

type Insert = (reports: readonly Wished[], firstId: number, withCells: number) => void;

function makeInserts(store: Store, seed: number): Insert {
  const { sqlite } = store;
  const random = randomFrom(seed);
  const document = sqlite.prepare(
    "INSERT INTO document (id, sha256, byte_length, kind) VALUES (?, unhex(printf('%064x', ?)), ?, ?)",
  );
  const origin = sqlite.prepare("INSERT INTO origin VALUES (?, 'url', ?)");
  const report =
    sqlite.prepare(`INSERT INTO report (id, document, title, agency, place, division, level, year, published,
    form, period_start, period_end, address, postcode, phone, form_score, form_reason, division_reason, passed, failed,
    not_evaluable, parser_version, current, checks, series, compared)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0.98, '26 of 26 row labels of the form', 'named in the title',
    ?, ?, ?, '0.1.0', ?, (SELECT checks FROM made_checks WHERE template = ?), ?, 1)`);
  const made = sqlite.prepare('INSERT INTO made VALUES (?, ?, ?, ?, ?)');
  const fill = [
    // Numbers differ from report to report; zeros and what is no number stay what they are.
    `INSERT INTO cell SELECT m.id, c.variable,
       iif(c.value > 0, CAST(CAST(c.value * (20 + (m.id * 7919 + c.variable * 131) % 160) / 100 AS INTEGER) AS REAL), c.value),
       c.state, c.raw, c.imputed FROM made m CROSS JOIN made_cell c ON c.template = m.template WHERE m.cells = 1`,
    `INSERT INTO place SELECT m.id, p.paths, p.block FROM made m CROSS JOIN made_place p ON p.template = m.template WHERE m.cells = 1`,
    `INSERT INTO claim SELECT m.id, n.value, n.value + 1, n.value * 9, '收到政府信息公开申请' || (n.value * 9) || '件', 700, 716, 'agency'
       FROM made m CROSS JOIN json_each('[0,1,2]') n`,
    `INSERT INTO finding (report, family, rule, scope, nth, position, key, signature, severity, outcome, message_zh, message_en,
       expected, actual, delta, variables, suggestions, confirmed, withdrawn)
     SELECT m.id, 'report', f.rule, f.scope, f.nth, f.nth, printf('%016x%04x', m.id, f.nth), printf('%020x', m.id * 64 + f.nth),
       f.severity, f.outcome, f.message_zh, f.message_en, f.expected, f.actual, f.delta, f.variables, f.suggestions, f.confirmed, 0
     FROM made m CROSS JOIN made_finding f ON f.template = m.template AND f.nth < m.findings`,
    `INSERT INTO cross_check SELECT m.id, r.value, NULL, 5, m.id % 3 = 0, 1, NULL
       FROM made m CROSS JOIN json_each('["applications.carry_over","disclosure.in_force"]') r`,
  ].map((sql) => sqlite.prepare(sql));
  return (reports, firstId, withCells) => {
    sqlite.exec('DELETE FROM made');
    reports.forEach(({ division, place, agency, level, year, version, replaced }, at) => {
      const id = firstId + at;
      const form = formOf(year);
      const template = templateId(form, Math.floor(random() * TEMPLATES_A_FORM));
      const findings = Math.min(MOST_FINDINGS, Math.floor(-Math.log(1 - random()) * 10.2));
      document.run(id, id, 60_000 + (id % 40_000), id % 9 === 0 ? 'pdf' : 'html');
      origin.run(id, `http://www.${division}.gov.cn/zwgk/zfxxgknb/${year + 1}01/t${year + 1}0120_${id}.html`);
      report.run(
        ...[id, id, `${agency}${year}年政府信息公开工作年度报告`, agency, place, division, level, year],
        ...[
          `${year + 1}-01-${version === 1 ? 20 : 28}`,
          form,
          `${year}-01-01`,
          `${year}-12-31`,
          `${place}解放路1号`,
        ],
        ...['136400', '0434-7663373', 60, findings % 3, findings % 5, replaced ? 0 : 1],
        ...[template, seriesKey({ division, agency, place, year })],
      );
      made.run(id, template, findings, version, random() < withCells ? 1 : 0);
    });
    for (const statement of fill) statement.run();
  };
}

/** One finding in fifty is decided upon; of one of those in twenty the numbers changed since. */
function decideSome(store: Store): void {
  store.sqlite.exec(`UPDATE finding SET review_status = CASE id % 4 WHEN 0 THEN 'publisher_error'
    WHEN 1 THEN 'parser_error' WHEN 2 THEN 'not_an_error' ELSE iif(id % 5 = 0, 'changed', 'unsure') END
    WHERE id % 50 = 0 OR id % 50 = 1 AND id % 3 = 0`);
}
