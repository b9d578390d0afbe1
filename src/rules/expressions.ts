import type { Identity, Term } from '../forms/form.ts';
import { FORMS } from '../forms/index.ts';
import type { FormId } from '../model/status.ts';
import type { IdentityRuleId } from './index.ts';

/** What an identity computes, as the evaluator runs it: `{x}` stands for each of `over`. */
export interface Expression {
  readonly forms: readonly FormId[];
  readonly text: string;
  readonly over: readonly string[];
}

/** The expressions of a rule; editions of the form that share one stand together. */
export function expressionsOf(rule: IdentityRuleId): readonly Expression[] {
  const found = new Map<string, Expression>();
  for (const form of FORMS) {
    for (const identity of form.identities.filter((one) => one.rule === rule)) {
      const { text, over } = { text: writeIdentity(identity), over: identity.over };
      const key = `${text} ${over.join(' ')}`;
      found.set(key, { forms: [...(found.get(key)?.forms ?? []), form.id], text, over });
    }
  }
  return [...found.values()];
}

const writeIdentity = ({ left, right }: Identity): string => `${writeSide(left)} = ${writeSide(right)}`;
const writeSide = (terms: readonly Term[]): string => terms.map(writeTerm).join(' + ');

function writeTerm(term: Term): string {
  if (typeof term === 'string') return term;
  return `(${term.firstPrinted.map((names) => names.join(' + ')).join(' | ')})`;
}
