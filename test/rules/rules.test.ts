import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../../src/forms/index.ts';
import { expressionsOf } from '../../src/rules/expressions.ts';
import { IDENTITY_RULES, type IdentityRuleId } from '../../src/rules/identity-rules.ts';
import { RULE_IDS, RULES } from '../../src/rules/index.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import { RESERVED_RULES } from '../../src/rules/reserved-rules.ts';
import { Rule } from '../../src/rules/rule.ts';

const every: readonly [string, Rule][] = Object.entries({ ...RULES, ...RESERVED_RULES });
const IDENTITIES = Object.keys(IDENTITY_RULES) as readonly IdentityRuleId[];

const sources = ['src', 'parsers']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((file) => file.endsWith('.ts') && !file.startsWith(join('src', 'rules')));

test.each(every)('%s has all that a rule must say', (_, rule) => expect(Rule.parse(rule)).toEqual(rule));

test('each rule that may be milder says what makes it so', () => {
  const silent = every.filter(([, rule]) => rule.severities.length > 1 !== (rule.milder !== undefined));
  expect(silent.map(([name]) => name)).toEqual([]);
});

test('each rule is raised somewhere outside the table, and no reserved one is', () => {
  const texts = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
  const messages = readFileSync('parsers/document-findings.ts', 'utf8');
  const raised = (rule: string): boolean =>
    texts.includes(`'${rule}'`) ||
    (rule.startsWith('document.') && new RegExp(`^ {2}${rule.slice(9)}: \\(`, 'm').test(messages));
  expect(RULE_IDS.filter((rule) => !raised(rule))).toEqual([]);
  expect(Object.keys(RESERVED_RULES).filter(raised)).toEqual([]);
});

describe('an identity', () => {
  test.each(IDENTITIES)('%s holds for the forms whose identities compute it', (rule) => {
    const forms = FORMS.filter(({ identities }) => identities.some((identity) => identity.rule === rule));
    expect(forms.map(({ id }) => id)).toEqual(RULES[rule].forms);
  });

  test('is written out as the evaluator runs it, editions that share it together', () => {
    expect(expressionsOf('challenges.total')).toEqual([
      {
        forms: ['2019', '2021'],
        text: 'challenges.{x}.upheld + challenges.{x}.corrected + challenges.{x}.other + challenges.{x}.pending = challenges.{x}.total',
        over: ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'],
      },
    ]);
    expect(expressionsOf('applications.result_total')[0]?.text).toContain(' | applications.other.{x}) = ');
  });
});

describe('makeFinding', () => {
  const message = { zh: '', en: '' };

  test('takes the severity of the rule unless a milder one is given', () => {
    expect(makeFinding({ rule: 'applications.balance', scope: 'total', message }).severity).toBe('error');
    const milder = { rule: 'applications.balance', scope: 'total', message, severity: 'warning' } as const;
    expect(makeFinding(milder).severity).toBe('warning');
  });

  test('what could not be evaluated is never more than told of', () => {
    const open = { rule: 'applications.balance', scope: 'total', message, outcome: 'not_evaluable' } as const;
    expect(makeFinding(open)).toMatchObject({ severity: 'info', outcome: 'not_evaluable' });
  });

  test('expected, received and their difference add up', () => {
    const finding = makeFinding({
      ...{ rule: 'applications.balance', scope: 'total', message },
      ...{ expected: 0.3, actual: 0.1 + 0.1 },
    });
    expect(finding.delta).toBe(-0.1);
  });

  test('neither an unknown rule nor a severity that is not the rule’s compiles', () => {
    // @ts-expect-error: not in the table
    expect(() => makeFinding({ rule: 'document.duplicate', scope: '', message })).toThrow();
    // @ts-expect-error: a question is not among its severities
    makeFinding({ rule: 'applications.balance', scope: '', message, severity: 'question' });
  });
});
