/**
 * How often each rule held, failed or was left open. A report's counts are split by the first word of the rules,
 * and reports that share such a part share its row: thousands of reports print the same tables, so a report costs a
 * dozen bytes and not a thousand. And whether a second reading of the document confirms a finding.
 */
const plainNumber = (column: string): string =>
  `iif(${column} = CAST(${column} AS INTEGER), CAST(${column} AS INTEGER), ${column})`;
const names = (column: string): string => `(SELECT json_group_array(coalesce(v.name, e.value) ORDER BY e.key)
    FROM json_each(${column}) e LEFT JOIN variable v ON v.id = e.value)`;
const changes = `(SELECT json_group_object(coalesce(v.name, e.value ->> 0), e.value -> 1)
      FROM json_each(s.value -> 'changes') e LEFT JOIN variable v ON v.id = e.value ->> 0)`;

export const checks = {
  number: 4,
  name: 'checks',
  sql: `
CREATE TABLE tally (
  id INTEGER PRIMARY KEY,
  counts TEXT NOT NULL UNIQUE          -- JSON: rule → [pass, fail] or [pass, fail, reason → not evaluable]
) STRICT;
ALTER TABLE report ADD COLUMN checks TEXT NOT NULL DEFAULT '[]'; -- JSON array of tallies
ALTER TABLE finding ADD COLUMN confirmed INTEGER CHECK (confirmed IN (0, 1)); -- by a second reading; null: none

CREATE VIEW rule_checks AS
SELECT
  r.id AS report_id, r.division, r.agency, r.year, r.form, r.current, c.key AS rule,
  c.value ->> 0 AS pass, c.value ->> 1 AS fail,
  coalesce((SELECT sum(n.value) FROM json_each(c.value -> 2) n), 0) AS not_evaluable,
  coalesce(c.value ->> 2, '{}') AS reasons
FROM report r JOIN json_each(r.checks) t JOIN tally y ON y.id = t.value JOIN json_each(y.counts) c;

DROP VIEW findings;
CREATE VIEW findings AS
SELECT
  f.id AS finding_id, f.key, r.id AS report_id, r.division, r.agency, r.place, r.year, r.form, f.rule, f.scope,
  f.severity, f.outcome, f.message_zh, f.message_en, ${plainNumber('f.expected')} AS expected,
  ${plainNumber('f.actual')} AS actual, ${plainNumber('f.delta')} AS delta, ${names('f.variables')} AS variables,
  (SELECT json_group_array(json_set(s.value, '$.changes', ${changes}) ORDER BY s.key)
    FROM json_each(f.suggestions) s) AS suggestions,
  f.confirmed, f.signature, f.position
FROM finding f JOIN report r ON r.id = f.report WHERE f.withdrawn = 0;
`,
};
