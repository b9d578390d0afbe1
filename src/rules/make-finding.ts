import { type Finding, roundToForm } from '../model/finding.ts';
import { RULES, type RuleId, type SeverityOf } from './index.ts';

type Facts = Pick<Finding, 'scope' | 'message'> &
  Partial<Pick<Finding, 'expected' | 'actual' | 'variables' | 'suggestions' | 'confirmed'>>;

/** What failed, at the rule's own severity or one of its milder ones. */
interface Failure<Id extends RuleId> {
  readonly rule: Id;
  readonly outcome?: 'fail';
  readonly severity?: SeverityOf<Id>;
}

/** What could not be evaluated: always `info`, whatever a failure of the rule would be. */
interface Open<Id extends RuleId> {
  readonly rule: Id;
  readonly outcome: 'not_evaluable';
}

/**
 * The one way to make a finding: its rule is in the table and its severity is one of the rule's, what was expected,
 * what was received and their difference add up.
 */
export function makeFinding<Id extends RuleId>(parts: Facts & (Failure<Id> | Open<Id>)): Finding {
  const { rule, scope, message, expected = null, actual = null, confirmed = null } = parts;
  const open = parts.outcome === 'not_evaluable';
  return {
    rule,
    scope,
    severity: open ? 'info' : (parts.severity ?? RULES[rule].severities[0] ?? 'warning'),
    outcome: open ? 'not_evaluable' : 'fail',
    message,
    expected,
    actual,
    delta: expected === null || actual === null ? null : roundToForm(actual - expected),
    variables: [...(parts.variables ?? [])],
    suggestions: [...(parts.suggestions ?? [])],
    confirmed,
  };
}
