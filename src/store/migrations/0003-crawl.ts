/**
 * What the nightly run remembers between nights. `page` is the frontier: every address a source led to, with the
 * validators of its last copy and what became of it. `capture` is the index of the archive; both it and the
 * reports can be made again from the WARC files alone (`gongkai reparse`).
 */
export const crawl = {
  number: 3,
  name: 'crawl',
  sql: `
ALTER TABLE run ADD COLUMN round INTEGER;    -- the first run of the same night: a run that was cut off is gone on with
ALTER TABLE run ADD COLUMN stage TEXT;       -- where it is, or where it ended
ALTER TABLE run ADD COLUMN holder TEXT;      -- process and host
ALTER TABLE run ADD COLUMN summary TEXT;     -- run report, JSON (src/model/run-report.ts)

ALTER TABLE document ADD COLUMN night TEXT;  -- day (UTC) of its first capture; versions of a report are ordered by it

CREATE TABLE page (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,                -- identifier in the registry
  role TEXT NOT NULL CHECK (role IN ('list', 'report', 'attachment')),
  url TEXT NOT NULL,
  final_url TEXT,                      -- after redirects, where it differs
  parent INTEGER REFERENCES page,      -- of an attachment: the report's page
  title TEXT,
  etag TEXT,
  last_modified TEXT,
  sha256 BLOB CHECK (length(sha256) = 32), -- of the last copy
  checked_at TEXT,                     -- when the server last answered for it
  changed_at TEXT,                     -- when its bytes were last found to be new
  first_round INTEGER NOT NULL,
  seen_round INTEGER NOT NULL,         -- round in which something last led to it
  done_round INTEGER,                  -- round in which it was last dealt with
  outcome TEXT,                        -- of that round
  cause TEXT,
  detail TEXT,
  failures INTEGER NOT NULL DEFAULT 0, -- nights in a row
  UNIQUE (source, role, url)
) STRICT;
CREATE INDEX page_parent ON page (parent) WHERE parent IS NOT NULL;
CREATE INDEX page_url ON page (url);

CREATE TABLE parsed (
  page INTEGER PRIMARY KEY REFERENCES page,
  unit TEXT NOT NULL,                  -- sha256 of the page and its attachments together
  parser_version TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('loaded', 'not_a_report', 'failed')),
  report INTEGER REFERENCES report
) STRICT;

CREATE TABLE capture (
  file INTEGER NOT NULL REFERENCES archive_file,
  offset INTEGER NOT NULL,
  length INTEGER NOT NULL,
  url TEXT NOT NULL,
  date TEXT NOT NULL,
  status INTEGER,
  sha256 BLOB CHECK (length(sha256) = 32),
  role TEXT,
  source TEXT,
  page_url TEXT,                       -- of an attachment: address of the report's page
  round INTEGER,
  PRIMARY KEY (file, offset)
) STRICT, WITHOUT ROWID;
CREATE INDEX capture_url ON capture (url, date);
CREATE INDEX capture_sha256 ON capture (sha256);

CREATE TABLE source_run (
  round INTEGER NOT NULL,
  source TEXT NOT NULL,
  outcome TEXT NOT NULL,
  cause TEXT,
  result TEXT NOT NULL,                -- JSON (SourceResult)
  PRIMARY KEY (round, source)
) STRICT, WITHOUT ROWID;

DROP VIEW runs;
CREATE VIEW runs AS
SELECT id AS run_id, command, started_at, finished_at, exit_code, round, stage, holder, parser_version, counts, summary
FROM run;
`,
};
