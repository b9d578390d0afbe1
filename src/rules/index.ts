import { CELL_RULES } from './cell-rules.ts';
import { CROSS_RULES } from './cross-rules.ts';
import { DOCUMENT_RULES } from './document-rules.ts';
import { IDENTITY_RULES, type IdentityRuleId } from './identity-rules.ts';
import { NARRATIVE_RULES } from './narrative-rules.ts';
import type { Rule } from './rule.ts';
import { TABLE_RULES } from './table-rules.ts';

/** Every rule that this release evaluates, in the order in which they are shown. */
const TABLE = {
  ...IDENTITY_RULES,
  ...NARRATIVE_RULES,
  ...CELL_RULES,
  ...TABLE_RULES,
  ...DOCUMENT_RULES,
  ...CROSS_RULES,
} as const;

export type RuleId = keyof typeof TABLE;
/** What a failure of the rule may be. */
export type SeverityOf<Id extends RuleId> = (typeof TABLE)[Id]['severities'][number];
export type { IdentityRuleId, Rule };

export const RULES: Readonly<Record<RuleId, Rule>> = TABLE;
export const RULE_IDS = Object.keys(TABLE) as readonly RuleId[];

export const isRule = (name: string): name is RuleId => name in TABLE;
/** Which version of a rule this release evaluates; 0 for one that it does not know. */
export const ruleVersion = (name: string, rules: Readonly<Record<string, Rule>> = RULES): number =>
  name in rules ? (rules[name]?.version ?? 1) : 0;
/** The severest first. */
export const severitiesOf = <Id extends RuleId>(rule: Id): readonly SeverityOf<Id>[] =>
  TABLE[rule].severities;
export const operandsOf = (rule: IdentityRuleId) => IDENTITY_RULES[rule].operands;
