/**
 * What makes lists and counts fast however many rows there are; all of it can be made again from the other tables.
 *
 * The queue of findings lies in buckets: findings that are alike in all that a list is narrowed by share one, with
 * their number. A list is then some whole buckets and a count is a sum over some ten thousand numbers, whatever the
 * filter. Triggers keep it, so that the queue is never behind whoever writes. It holds findings of versions in force.
 */
const KEY = ['province', 'year', 'form', 'rule', 'severity', 'outcome', 'status'];

/** The bucket of a finding `f` of report `r`, column by column as in KEY. */
const keyOf = (f: string): readonly string[] => [
  "substr(coalesce(r.division, ''), 1, 2)",
  'coalesce(r.year, 0)',
  "coalesce(r.form, '')",
  `${f}.rule`,
  `${f}.severity`,
  `${f}.outcome`,
  `${f}.review_status`,
];

/**
 * Puts findings `f` that are read `from` somewhere into the queue. One is there already when a trigger of the log of
 * decisions came first and gave it a status.
 */
const enter = (f: string, from: string): string => `
  INSERT INTO queue_bucket (${KEY.join(', ')}, findings) SELECT ${keyOf(f).join(', ')}, 0 FROM ${from} WHERE true
    ON CONFLICT DO NOTHING;
  INSERT INTO queue_entry (finding, bucket, division)
    SELECT ${f}.id, b.id, coalesce(r.division, '') FROM ${from} CROSS JOIN queue_bucket b
    WHERE ${keyOf(f)
      .map((value, at) => `b.${KEY[at]} = ${value}`)
      .join(' AND ')}
    ON CONFLICT DO NOTHING;`;

/** Counts a row of \`report\` in, or out, of the counts of reports. */
const count = (row: 'NEW' | 'OLD', by: 1 | -1): string => `
  INSERT INTO report_bucket VALUES (
    substr(coalesce(${row}.division, ''), 1, 2), coalesce(${row}.year, 0), coalesce(${row}.form, ''),
    coalesce(${row}.level, ''), ${row}.current, iif(${row}.failed > 0, 'failed', iif(${row}.passed > 0, 'held', 'open')), ${by})
    ON CONFLICT DO UPDATE SET reports = reports + ${by};
  INSERT INTO division_year SELECT ${row}.division, ${row}.year, ${by}
    WHERE ${row}.current = 1 AND ${row}.division IS NOT NULL AND ${row}.year IS NOT NULL
    ON CONFLICT DO UPDATE SET reports = reports + ${by};`;

/** Says that the summary of the province and year of a report has to be made anew. */
const touch = (row: string, from = ''): string => `
  INSERT INTO summary_part (province, year, version)
    SELECT substr(coalesce(${row}.division, ''), 1, 2), coalesce(${row}.year, 0), 1 ${from || 'WHERE true'}
    ON CONFLICT DO UPDATE SET version = version + 1;`;
const touchReport = (id: string): string => touch('r', `FROM report r WHERE r.id = ${id}`);

export const explore = {
  number: 8,
  name: 'explore',
  sql: `
CREATE TABLE queue_bucket (
  id INTEGER PRIMARY KEY,
  province TEXT NOT NULL,              -- first two digits of the division; empty: not known
  year INTEGER NOT NULL,               -- 0: not known
  form TEXT NOT NULL,                  -- empty: none
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,
  outcome TEXT NOT NULL,
  status TEXT NOT NULL,                -- src/review/status.ts
  findings INTEGER NOT NULL,
  UNIQUE (${KEY.join(', ')})
) STRICT;
CREATE TABLE queue_entry (
  finding INTEGER PRIMARY KEY REFERENCES finding,
  bucket INTEGER NOT NULL REFERENCES queue_bucket,
  division TEXT NOT NULL               -- empty: not known
) STRICT;
CREATE INDEX queue_order ON queue_entry (bucket, division);

CREATE TRIGGER queue_counts_in AFTER INSERT ON queue_entry
BEGIN UPDATE queue_bucket SET findings = findings + 1 WHERE id = NEW.bucket; END;
CREATE TRIGGER queue_counts_out AFTER DELETE ON queue_entry
BEGIN UPDATE queue_bucket SET findings = findings - 1 WHERE id = OLD.bucket; END;
CREATE TRIGGER queue_takes_finding AFTER INSERT ON finding WHEN NEW.withdrawn = 0
BEGIN ${enter('NEW', '(SELECT * FROM report WHERE id = NEW.report AND current = 1) r')} END;
CREATE TRIGGER queue_drops_finding BEFORE DELETE ON finding
BEGIN DELETE FROM queue_entry WHERE finding = OLD.id; END;
CREATE TRIGGER queue_moves_finding AFTER UPDATE OF severity, outcome, withdrawn, review_status ON finding
WHEN (OLD.severity, OLD.outcome, OLD.withdrawn, OLD.review_status) IS NOT (NEW.severity, NEW.outcome, NEW.withdrawn, NEW.review_status)
BEGIN
  DELETE FROM queue_entry WHERE finding = NEW.id;
  ${enter('f', '(SELECT * FROM finding WHERE id = NEW.id AND withdrawn = 0) f JOIN report r ON r.id = f.report AND r.current = 1')}
END;
CREATE TRIGGER queue_moves_report AFTER UPDATE OF division, year, form, current ON report
WHEN (OLD.division, OLD.year, OLD.form, OLD.current) IS NOT (NEW.division, NEW.year, NEW.form, NEW.current)
BEGIN
  DELETE FROM queue_entry WHERE finding IN (SELECT id FROM finding WHERE report = NEW.id);
  ${enter('f', '(SELECT * FROM finding WHERE report = NEW.id AND withdrawn = 0) f JOIN report r ON r.id = f.report AND r.current = 1')}
END;

CREATE TABLE report_bucket (
  province TEXT NOT NULL,
  year INTEGER NOT NULL,
  form TEXT NOT NULL,
  level TEXT NOT NULL,
  current INTEGER NOT NULL,
  checks TEXT NOT NULL,                -- failed: at least one did; held: all that could be made; open: none could be
  reports INTEGER NOT NULL,
  PRIMARY KEY (province, year, form, level, current, checks)
) STRICT, WITHOUT ROWID;
CREATE TABLE division_year (
  division TEXT NOT NULL,
  year INTEGER NOT NULL,
  reports INTEGER NOT NULL,            -- in force
  PRIMARY KEY (division, year)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER report_is_counted AFTER INSERT ON report
BEGIN ${count('NEW', 1)} ${touch('NEW')} END;
CREATE TRIGGER report_is_discounted AFTER DELETE ON report
BEGIN ${count('OLD', -1)} ${touch('OLD')} END;
CREATE TRIGGER report_is_counted_anew AFTER UPDATE OF division, year, form, level, current, passed, failed, checks ON report
BEGIN ${count('OLD', -1)} ${count('NEW', 1)} ${touch('OLD')} ${touch('NEW')} END;
DROP INDEX report_year;
CREATE INDEX report_list ON report (year DESC, division, agency, current, form, level, failed, passed, published);

CREATE TABLE summary_part (
  province TEXT NOT NULL,
  year INTEGER NOT NULL,
  version INTEGER NOT NULL,            -- grows with every change of a report of that province and year
  counted INTEGER NOT NULL DEFAULT 0,  -- version that the summaries tell of
  PRIMARY KEY (province, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE variable_count (
  variable INTEGER NOT NULL REFERENCES variable,
  year INTEGER NOT NULL,
  province TEXT NOT NULL,
  reported INTEGER NOT NULL,           -- cells of each status, of reports in force
  blank INTEGER NOT NULL,
  dash INTEGER NOT NULL,
  absent INTEGER NOT NULL,
  unreadable INTEGER NOT NULL,
  ambiguous INTEGER NOT NULL,
  no_table INTEGER NOT NULL,
  corrected INTEGER NOT NULL,          -- of all of these
  imputed INTEGER NOT NULL,            -- of those that are not reported
  PRIMARY KEY (variable, year, province)
) STRICT, WITHOUT ROWID;
CREATE TABLE variable_numbers (
  variable INTEGER NOT NULL REFERENCES variable,
  year INTEGER NOT NULL,
  province TEXT NOT NULL,
  numbers TEXT NOT NULL,               -- JSON: number in force (corrected, else printed), how many, number, how many, …; ascending
  largest TEXT NOT NULL,               -- JSON: the largest of them, each with its report
  PRIMARY KEY (variable, year, province)
) STRICT, WITHOUT ROWID;
CREATE TABLE variable_flag (
  variable INTEGER NOT NULL REFERENCES variable,
  year INTEGER NOT NULL,
  province TEXT NOT NULL,
  rule TEXT NOT NULL,
  findings INTEGER NOT NULL,           -- that speak of the variable
  PRIMARY KEY (variable, year, province, rule)
) STRICT, WITHOUT ROWID;
CREATE TABLE rule_count (
  rule TEXT NOT NULL,
  year INTEGER NOT NULL,
  province TEXT NOT NULL,
  pass INTEGER NOT NULL,
  fail INTEGER NOT NULL,
  not_evaluable INTEGER NOT NULL,
  reasons TEXT NOT NULL,               -- JSON: why not, how often
  PRIMARY KEY (rule, year, province)
) STRICT, WITHOUT ROWID;
CREATE INDEX variable_count_part ON variable_count (province, year);
CREATE INDEX variable_numbers_part ON variable_numbers (province, year);
CREATE INDEX variable_flag_part ON variable_flag (province, year);
CREATE INDEX rule_count_part ON rule_count (province, year);
CREATE TRIGGER correction_is_summed AFTER INSERT ON correction BEGIN ${touchReport('NEW.report')} END;
CREATE TRIGGER correction_is_no_longer_summed AFTER DELETE ON correction BEGIN ${touchReport('OLD.report')} END;

-- What was there before this step.
${enter('f', 'finding f JOIN report r ON r.id = f.report AND r.current = 1 AND f.withdrawn = 0')}
INSERT INTO report_bucket
  SELECT substr(coalesce(division, ''), 1, 2), coalesce(year, 0), coalesce(form, ''), coalesce(level, ''), current,
    iif(failed > 0, 'failed', iif(passed > 0, 'held', 'open')), count(*)
  FROM report GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO division_year
  SELECT division, year, count(*) FROM report
  WHERE current = 1 AND division IS NOT NULL AND year IS NOT NULL GROUP BY 1, 2;
INSERT INTO summary_part (province, year, version)
  SELECT substr(coalesce(division, ''), 1, 2), coalesce(year, 0), 1 FROM report GROUP BY 1, 2;
`,
};
