import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { captures } from '../../../src/archive/captures.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import { scanFile } from '../../../src/archive/scan-file.ts';
import { listWarcFiles } from '../../../src/archive/warc-files.ts';

export interface NightFiles {
  readonly database: string;
  readonly archive: string;
}

/** What a night left, without what chance decides: identifiers, times and places in the archive. */
export interface NightDigest {
  /** Address, role and SHA-256 of every page that the archive has. */
  readonly captures: readonly string[];
  /** Every row that readers see, as JSON. */
  readonly rows: readonly string[];
  /** What SQLite says against the file. */
  readonly unsound: readonly string[];
}

/** A report is told by its document. */
const SHA = `(SELECT lower(hex(sha256)) FROM document WHERE id = r.document)`;
const QUERIES: Readonly<Record<string, string>> = {
  report: `SELECT ${SHA} sha, title, agency, place, division, level, year, published, form, period_start, period_end,
    address, postcode, phone, form_score, form_reason, division_reason, passed, failed, not_evaluable, parser_version,
    current FROM report r`,
  value: `SELECT ${SHA} sha, v.variable, v.reported, v.status, v.imputed, v.corrected, v.value, v.raw
    FROM report_values v JOIN report r ON r.id = v.report_id`,
  finding: `SELECT ${SHA} sha, key, rule, scope, nth, position, signature, severity, outcome, message_zh, message_en,
    expected, actual, delta, variables, suggestions, withdrawn FROM finding f JOIN report r ON r.id = f.report`,
  claim: `SELECT ${SHA} sha, position, variable, value, text, start_char, end_char, scope
    FROM claim c JOIN report r ON r.id = c.report`,
  place: `SELECT ${SHA} sha, paths, hex(block) block FROM place p JOIN report r ON r.id = p.report`,
  origin: `SELECT lower(hex(d.sha256)) sha, d.byte_length, d.kind, o.kind origin, o.name
    FROM document d LEFT JOIN origin o ON o.document = d.id`,
  page: `SELECT p.source, p.role, p.url, lower(hex(p.sha256)) sha, p.outcome, p.cause, parsed.outcome parsed, parsed.unit
    FROM page p LEFT JOIN parsed ON parsed.page = p.id`,
};

export async function digestNight({ database, archive }: NightFiles): Promise<NightDigest> {
  const sqlite = new Database(database, { readonly: true });
  try {
    const rows = Object.entries(QUERIES).flatMap(([name, sql]) =>
      sqlite
        .prepare(sql)
        .all()
        .map((row) => JSON.stringify([name, row])),
    );
    const integrity = sqlite.pragma('integrity_check') as { integrity_check: string }[];
    const keys = sqlite.pragma('foreign_key_check') as unknown[];
    const unsound = [
      ...integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
      ...keys.map((row) => `foreign key: ${JSON.stringify(row)}`),
    ];
    return { rows: rows.toSorted(), unsound, captures: await capturesOf(archive) };
  } finally {
    sqlite.close();
  }
}

async function capturesOf(dir: string): Promise<string[]> {
  const archive = await openArchive(dir);
  try {
    const pages = [...captures(archive)].filter(
      ({ source, sha256 }) => source !== undefined && sha256 !== undefined,
    );
    return [...new Set(pages.map(({ url, role, sha256 }) => `${role} ${url} ${sha256}`))].toSorted();
  } finally {
    await archive.close();
  }
}

/** Records of the archive's files that are not whole, or not what their digests say. */
export const damagesOf = (dir: string): string[] =>
  listWarcFiles(dir).flatMap((file) =>
    scanFile(dir, file, 0).damages.map(({ offset, reason }) => `${file} at ${offset}: ${reason}`),
  );

/** What the row of a run says; `exitCode` null while it has not ended, or when it never told its end. */
export interface RunRecord {
  readonly id: number;
  readonly stage: string;
  readonly exitCode: number | null;
  readonly finishedAt: string | null;
}

/** The rows of all runs, the first one first. */
export function runRecords(database: string): readonly RunRecord[] {
  if (!existsSync(database)) return [];
  const sqlite = new Database(database, { readonly: true });
  try {
    const columns = 'id, stage, exit_code AS exitCode, finished_at AS finishedAt';
    return sqlite.prepare(`SELECT ${columns} FROM run ORDER BY id`).all() as RunRecord[];
  } catch {
    // Killed before the tables were made.
    return [];
  } finally {
    sqlite.close();
  }
}
