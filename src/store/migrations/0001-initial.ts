/**
 * The tables. Sized for millions of reports (at most 6 KB a report of 200 cells): a cell is its
 * report, a small number for its variable, its value, its state, and what is unusual about it; places are one
 * block a report (places/encode-places.ts). No column is a clock's: the same documents give the same rows.
 */
export const initial = {
  number: 1,
  name: 'initial',
  sql: `
CREATE TABLE variable (
  id INTEGER PRIMARY KEY,              -- never given to another variable
  name TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL,
  row_label TEXT NOT NULL,
  column_label TEXT NOT NULL,
  unit TEXT NOT NULL,
  forms TEXT NOT NULL,                 -- editions that print it, separated by blanks
  derived INTEGER NOT NULL CHECK (derived IN (0, 1))
) STRICT;

CREATE TABLE archive_file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  byte_length INTEGER NOT NULL CHECK (byte_length >= 0),
  kind TEXT NOT NULL,
  archive_file INTEGER REFERENCES archive_file,
  archive_offset INTEGER,
  archive_length INTEGER,
  CHECK ((archive_file IS NULL) = (archive_offset IS NULL) AND (archive_file IS NULL) = (archive_length IS NULL))
) STRICT;

CREATE TABLE origin (
  document INTEGER NOT NULL REFERENCES document,
  kind TEXT NOT NULL CHECK (kind IN ('url', 'file')),
  name TEXT NOT NULL,
  PRIMARY KEY (document, kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL UNIQUE REFERENCES document,
  title TEXT,
  agency TEXT,
  place TEXT,
  division TEXT,
  level TEXT,
  year INTEGER,
  published TEXT,
  form TEXT,
  period_start TEXT,
  period_end TEXT,
  address TEXT,
  postcode TEXT,
  phone TEXT,
  form_score REAL NOT NULL,
  form_reason TEXT NOT NULL,
  division_reason TEXT NOT NULL,
  passed INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  not_evaluable INTEGER NOT NULL,
  parser_version TEXT NOT NULL,        -- of the parser that first gave this record
  current INTEGER NOT NULL CHECK (current IN (0, 1)), -- 1: the version in force, see settle-current.ts
  CHECK ((period_start IS NULL) = (period_end IS NULL))
) STRICT;
CREATE INDEX report_identity ON report (division, year, agency);
CREATE INDEX report_year ON report (year, division);

CREATE TABLE cell (
  report INTEGER NOT NULL REFERENCES report,
  variable INTEGER NOT NULL REFERENCES variable,
  value REAL,
  state INTEGER NOT NULL,              -- cell-state.ts
  raw TEXT,                            -- null: as cell-state.ts says
  imputed REAL,
  PRIMARY KEY (report, variable),
  CHECK (value IS NULL OR state & 7 = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  report INTEGER PRIMARY KEY REFERENCES report,
  paths TEXT,                          -- JSON array of CSS paths that cells share, % for a number
  block BLOB NOT NULL                  -- places/encode-places.ts
) STRICT;

CREATE TABLE claim (
  report INTEGER NOT NULL REFERENCES report,
  position INTEGER NOT NULL,
  variable INTEGER NOT NULL REFERENCES variable,
  value REAL NOT NULL,
  text TEXT NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  scope TEXT NOT NULL,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  rule TEXT NOT NULL,
  scope TEXT NOT NULL,
  nth INTEGER NOT NULL,                -- tells findings of one rule and scope apart, from 0; save-findings keeps them unique
  position INTEGER NOT NULL,           -- order within the report
  key TEXT NOT NULL,                   -- the same after every rerun, see finding-key.ts
  signature TEXT NOT NULL,             -- changes with the numbers that the finding speaks of
  severity TEXT NOT NULL,
  outcome TEXT NOT NULL,
  message_zh TEXT NOT NULL,
  message_en TEXT NOT NULL,
  expected REAL,
  actual REAL,
  delta REAL,
  variables TEXT NOT NULL,             -- JSON, see packed-names.ts
  suggestions TEXT NOT NULL,           -- JSON, see packed-names.ts
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)) -- 1: decided upon, and no longer found
) STRICT;
CREATE INDEX finding_report ON finding (report);
CREATE INDEX finding_key ON finding (key);
CREATE INDEX finding_rule ON finding (rule, severity);

CREATE TABLE correction (
  report INTEGER NOT NULL REFERENCES report,
  variable INTEGER NOT NULL REFERENCES variable,
  value REAL NOT NULL,
  expected TEXT,                       -- printed text that the correction expects to find
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  evidence TEXT,                       -- sha256 of the document it was checked against
  PRIMARY KEY (report, variable)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  finding INTEGER NOT NULL REFERENCES finding,
  finding_key TEXT NOT NULL,
  signature TEXT NOT NULL,             -- of the finding when it was decided upon
  verdict TEXT NOT NULL,
  reason TEXT,
  note TEXT,
  author TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  replaces INTEGER REFERENCES decision
) STRICT;
CREATE INDEX decision_finding ON decision (finding);
CREATE INDEX decision_key ON decision (finding_key);
CREATE TRIGGER decision_is_never_updated BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER decision_is_never_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  exit_code INTEGER,
  parser_version TEXT NOT NULL,
  counts TEXT NOT NULL                 -- JSON object
) STRICT;
`,
};
