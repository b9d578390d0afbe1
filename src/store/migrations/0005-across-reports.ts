/**
 * What is known of a report beside other reports: its series (the reports of one body over the years), the checks made
 * across years, what it shares with other reports, and corrections from data/corrections. Findings come in families,
 * each replaced by the step that makes it; those of the report alone are the record and come back with it.
 */
export const acrossReports = {
  number: 5,
  name: 'across reports',
  sql: `
ALTER TABLE report ADD COLUMN series TEXT;       -- seriesKey; null: not known, or not computed yet
ALTER TABLE report ADD COLUMN prose_print BLOB;  -- of its running text, see validators/peers/prose-print.ts
ALTER TABLE report ADD COLUMN compared INTEGER NOT NULL DEFAULT 0; -- 1: compared with its peers since it last changed
CREATE INDEX report_series ON report (series, year) WHERE series IS NOT NULL;
CREATE INDEX report_to_compare ON report (id) WHERE compared = 0;

ALTER TABLE finding ADD COLUMN family TEXT NOT NULL DEFAULT 'report'
  CHECK (family IN ('report', 'history', 'peers', 'corrections'));
CREATE INDEX finding_of_correction ON finding (report) WHERE family = 'corrections';
ALTER TABLE finding ADD COLUMN own_suggestions TEXT; -- as the report alone gives them, when other years changed their order

CREATE TABLE cross_check (
  report INTEGER NOT NULL REFERENCES report,
  rule TEXT NOT NULL,
  previous INTEGER REFERENCES report,  -- the report of the year before that it was compared with
  passed INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  not_evaluable INTEGER NOT NULL,
  reason TEXT,                         -- why, when nothing could be evaluated
  PRIMARY KEY (report, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE comparison (
  report INTEGER PRIMARY KEY REFERENCES report,
  series TEXT,                         -- what it was last compared with: its series,
  peers TEXT,                          -- its peers,
  whole TEXT,                          -- and the government or departments of its place
  figures BLOB                         -- of its numbers, null when they are too few to tell reports apart
) STRICT;
CREATE INDEX comparison_figures ON comparison (figures) WHERE figures IS NOT NULL;
CREATE INDEX comparison_peers ON comparison (peers) WHERE peers IS NOT NULL;
CREATE INDEX comparison_whole ON comparison (whole) WHERE whole IS NOT NULL;

CREATE TABLE prose_band (
  band BLOB NOT NULL,                  -- a part of a print; equal prose shares at least one
  report INTEGER NOT NULL REFERENCES report,
  PRIMARY KEY (band, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX prose_band_report ON prose_band (report);

CREATE TABLE copy (
  report INTEGER NOT NULL REFERENCES report,
  other INTEGER NOT NULL REFERENCES report, -- a report that it was found to be like
  PRIMARY KEY (report, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction_entry (
  file TEXT NOT NULL,                  -- of data/corrections
  line INTEGER NOT NULL,
  division TEXT NOT NULL,
  agency TEXT NOT NULL,
  year INTEGER NOT NULL,
  variable_name TEXT NOT NULL,
  value REAL NOT NULL,
  expected TEXT,
  reason TEXT NOT NULL,
  evidence TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  date TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('applied', 'failed', 'unused')),
  report INTEGER REFERENCES report,
  printed TEXT,                        -- what is printed, when it is not what the correction expects
  PRIMARY KEY (file, line)
) STRICT, WITHOUT ROWID;

CREATE VIEW cross_checks AS
SELECT report AS report_id, rule, previous AS previous_report_id, passed, failed, not_evaluable, reason FROM cross_check;

CREATE VIEW corrections AS
SELECT file, line, division, agency, year, variable_name AS variable, iif(value = CAST(value AS INTEGER), CAST(value AS INTEGER), value) AS value,
  expected, reason, evidence, reviewer, date, state, report AS report_id, printed
FROM correction_entry;
`,
};
