/**
 * What readers rely on (contracts.md, section 3). `panel` has a column a variable and is made by seed-variables.
 * A number without decimals is shown as an integer: 27, not 27.0.
 */
const plainNumber = (column: string): string =>
  `iif(${column} = CAST(${column} AS INTEGER), CAST(${column} AS INTEGER), ${column})`;

/** The lists of packed-names.ts as JSON with the names again. */
const names = (column: string): string => `(SELECT json_group_array(coalesce(v.name, e.value) ORDER BY e.key)
    FROM json_each(${column}) e LEFT JOIN variable v ON v.id = e.value)`;
const changes = `(SELECT json_group_object(coalesce(v.name, e.value ->> 0), e.value -> 1)
      FROM json_each(s.value -> 'changes') e LEFT JOIN variable v ON v.id = e.value ->> 0)`;
const suggestions = (
  column: string,
): string => `(SELECT json_group_array(json_set(s.value, '$.changes', ${changes}) ORDER BY s.key)
    FROM json_each(${column}) s)`;

export const readerViews = {
  number: 2,
  name: 'reader views',
  sql: `
CREATE VIEW reports AS
SELECT
  r.id AS report_id, r.title, r.agency, r.place, r.division, r.level, r.year, r.published, r.form,
  r.period_start, r.period_end, r.address, r.postcode, r.phone,
  r.current, r.passed, r.failed, r.not_evaluable, r.form_score, r.form_reason, r.division_reason, r.parser_version,
  lower(hex(d.sha256)) AS sha256, d.byte_length, d.kind,
  (SELECT name FROM origin WHERE document = d.id AND kind = 'url' ORDER BY name LIMIT 1) AS url,
  (SELECT name FROM origin WHERE document = d.id AND kind = 'file' ORDER BY name LIMIT 1) AS file,
  a.name AS archive_file, d.archive_offset, d.archive_length
FROM report r JOIN document d ON d.id = r.document LEFT JOIN archive_file a ON a.id = d.archive_file;

CREATE VIEW report_values AS
SELECT
  r.id AS report_id, r.division, r.agency, r.year, r.form, r.current, v.name AS variable,
  ${plainNumber('c.value')} AS reported,
  CASE c.state & 7 WHEN 0 THEN 'reported' WHEN 1 THEN 'blank' WHEN 2 THEN 'dash' WHEN 3 THEN 'absent'
    WHEN 4 THEN 'unreadable' WHEN 5 THEN 'ambiguous' WHEN 6 THEN 'no_table' END AS status,
  ${plainNumber('c.imputed')} AS imputed,
  ${plainNumber('k.value')} AS corrected,
  ${plainNumber('coalesce(k.value, c.value, c.imputed)')} AS value,
  CASE WHEN c.raw IS NOT NULL THEN c.raw WHEN c.state & 8 THEN NULL
    WHEN c.state & 7 = 0 THEN CAST(CAST(c.value AS INTEGER) AS TEXT) WHEN c.state & 7 = 1 THEN '' END AS raw
FROM cell c JOIN report r ON r.id = c.report JOIN variable v ON v.id = c.variable
  LEFT JOIN correction k ON k.report = c.report AND k.variable = c.variable
UNION ALL
SELECT
  r.id, r.division, r.agency, r.year, r.form, r.current, v.name,
  NULL, 'absent', NULL, ${plainNumber('k.value')}, ${plainNumber('k.value')}, NULL
FROM correction k JOIN report r ON r.id = k.report JOIN variable v ON v.id = k.variable
WHERE NOT EXISTS (SELECT 1 FROM cell c WHERE c.report = k.report AND c.variable = k.variable);

CREATE VIEW findings AS
SELECT
  f.id AS finding_id, f.key, r.id AS report_id, r.division, r.agency, r.place, r.year, r.form, f.rule, f.scope,
  f.severity, f.outcome, f.message_zh, f.message_en, ${plainNumber('f.expected')} AS expected,
  ${plainNumber('f.actual')} AS actual, ${plainNumber('f.delta')} AS delta, ${names('f.variables')} AS variables,
  ${suggestions('f.suggestions')} AS suggestions,
  f.signature, f.position
FROM finding f JOIN report r ON r.id = f.report WHERE f.withdrawn = 0;

CREATE VIEW decisions AS
SELECT
  d.id AS decision_id, d.finding AS finding_id, d.finding_key, d.verdict, d.reason, d.note, d.author, d.decided_at,
  d.replaces, d.signature, f.report AS report_id, f.rule, f.scope, d.signature = f.signature AS still_holds
FROM decision d JOIN finding f ON f.id = d.finding;

CREATE VIEW variables AS
SELECT id AS variable_id, name AS variable, replace(name, '.', '_') AS panel_column, table_name, row_label, column_label, unit, forms, derived
FROM variable;

CREATE VIEW runs AS
SELECT id AS run_id, command, started_at, finished_at, exit_code, parser_version, counts FROM run;
`,
};
