/**
 * By which version of its rule a finding was made: a verdict keeps it, and is asked again when the rule asks something
 * else. Findings that were there before were made by the first version of each rule.
 */
export const ruleVersions = {
  number: 9,
  name: 'rule versions',
  sql: `
ALTER TABLE finding ADD COLUMN rule_version INTEGER NOT NULL DEFAULT 1;
`,
};
