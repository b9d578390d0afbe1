import type { Cell } from '../model/cell.ts';
import type { Claim } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import { makeFinding } from '../rules/make-finding.ts';
import type { Check } from './count-checks.ts';
import { type Explanation, explainClaim } from './narrative/explanations.ts';
import { partsOf, readTotal, type TableNumber } from './narrative/read-total.ts';

const RULE = 'narrative.mismatch';

/** What comparing gave. `pass` and `notEvaluable` count claims, a claim told twice once. */
export interface Comparison {
  readonly findings: Finding[];
  readonly pass: number;
  readonly notEvaluable: number;
  readonly checks: readonly Check[];
}

/**
 * Compares the counts told in prose with the tables: rule `narrative.mismatch`, scope the variable, `expected`
 * the table's number, `actual` what was told.
 *
 * A difference is a `warning`, or a `question` when another reading is open: the claim's scope is another, the
 * same count is told rightly elsewhere in the report, or a known combination of the table's numbers gives what
 * was told (narrative/explanations.ts). Where the words themselves mean that combination (收办 = new + carried
 * in) the claim passes. A claim whose number the tables do not give leaves a finding of outcome `not_evaluable`.
 *
 * @param values all cells of the report by variable; what is not in it counts as absent.
 */
export function compareClaims(claims: readonly Claim[], values: ReadonlyMap<string, Cell>): Comparison {
  const judged = distinct(claims).map((claim) => ({ claim, verdict: judge(claim, values) }));
  const settled = new Set(
    judged.filter(({ verdict }) => verdict.kind === 'agrees').map(({ claim }) => claim.variable),
  );
  const findings = judged.flatMap(({ claim, verdict }) => toFinding(claim, verdict, settled));
  const count = (kind: Verdict['kind']) => judged.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    findings: onePerVariable(findings),
    pass: count('agrees'),
    notEvaluable: count('unknown'),
    checks: [
      { rule: RULE, outcome: 'pass', times: count('agrees') },
      { rule: RULE, outcome: 'fail', times: count('differs') },
      { rule: RULE, outcome: 'not_evaluable', times: count('unknown'), reason: 'no_number' },
    ],
  };
}

/** The same variable and number told twice is one claim; the agency's own word outweighs another scope's. */
function distinct(claims: readonly Claim[]): Claim[] {
  const byMeaning = new Map<string, Claim>();
  for (const claim of claims) {
    const key = `${claim.variable} ${claim.value}`;
    const known = byMeaning.get(key);
    if (!known || (known.scope === 'other' && claim.scope === 'agency')) byMeaning.set(key, claim);
  }
  return [...byMeaning.values()];
}

type Verdict =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'differs'; readonly table: TableNumber; readonly explanation: Explanation | null };

function judge(claim: Claim, values: ReadonlyMap<string, Cell>): Verdict {
  const table = readTotal(claim.variable, values);
  if (!table) return { kind: 'unknown' };
  if (table.value === claim.value) return { kind: 'agrees' };
  const explanation = explainClaim(claim, values);
  return explanation?.verdict === 'agrees' ? { kind: 'agrees' } : { kind: 'differs', table, explanation };
}

function toFinding(claim: Claim, verdict: Verdict, settled: ReadonlySet<string>): Finding[] {
  if (verdict.kind === 'agrees') return [];
  return [
    verdict.kind === 'unknown' ? notEvaluable(claim) : mismatch(claim, verdict, settled.has(claim.variable)),
  ];
}

function mismatch(
  claim: Claim,
  { table, explanation }: Verdict & { kind: 'differs' },
  toldRightlyElsewhere: boolean,
): Finding {
  const reason = doubt(claim, explanation, toldRightlyElsewhere);
  return makeFinding({
    rule: RULE,
    scope: claim.variable,
    severity: reason ? 'question' : 'warning',
    message: {
      zh: `正文“${claim.text}”为 ${claim.value}，表中为 ${table.value}${reason ? `；${reason.zh}` : ''}`,
      en: `the text says ${claim.value} (“${claim.text}”), the table ${table.value}${reason ? `; ${reason.en}` : ''}`,
    },
    expected: table.value,
    actual: claim.value,
    variables: [...new Set([claim.variable, ...table.variables, ...(explanation?.variables ?? [])])].filter(
      (variable) => partsOf(variable).length === 0 || table.variables.includes(variable),
    ),
  });
}

function doubt(
  claim: Claim,
  explanation: Explanation | null,
  toldRightlyElsewhere: boolean,
): Finding['message'] | null {
  if (explanation)
    return {
      zh: `可能指表中的 ${explanation.sum.zh}`,
      en: `may stand for the table's ${explanation.sum.en}`,
    };
  if (claim.scope === 'other') return { zh: '可能是其他统计口径', en: 'may have another scope' };
  if (toldRightlyElsewhere)
    return { zh: '正文另一处与表一致', en: 'told as in the table elsewhere in the text' };
  return null;
}

function notEvaluable(claim: Claim): Finding {
  return makeFinding({
    rule: RULE,
    scope: claim.variable,
    outcome: 'not_evaluable',
    message: {
      zh: `正文“${claim.text}”无法与表格核对：表中没有可用的数`,
      en: `“${claim.text}” cannot be compared: the tables give no number for it`,
    },
    actual: claim.value,
    variables: partsOf(claim.variable).length === 0 ? [claim.variable] : [...partsOf(claim.variable)],
  });
}

/** Several wrong numbers for one variable stay apart; several that could not be compared are one gap. */
function onePerVariable(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ outcome, scope }) => {
    if (outcome === 'fail') return true;
    if (seen.has(scope)) return false;
    seen.add(scope);
    return true;
  });
}
