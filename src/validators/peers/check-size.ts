import type { Finding } from '../../model/finding.ts';
import { makeFinding } from '../../rules/make-finding.ts';
import { median, robustScore } from './robust-score.ts';
import { AMOUNTS, COMPARED_VARIABLES, THRESHOLDS } from './thresholds.ts';

/** The numbers of a report that are in force (corrected, else printed), by variable. */
export type Figures = ReadonlyMap<string, number>;

/** What is unlikely about the size of a report's numbers beside those of the same body in other years. */
export function checkOwnYears(figures: Figures, others: readonly Figures[]): Finding[] {
  return [...new Set([...COMPARED_VARIABLES, ...AMOUNTS])].flatMap((variable) => {
    const value = figures.get(variable);
    const known = valuesOf(variable, others);
    if (value === undefined) return [];
    const unit = AMOUNTS.includes(variable) ? unitSlip(variable, value, known) : null;
    return unit ? [unit] : jump(variable, value, known);
  });
}

function unitSlip(variable: string, value: number, others: readonly number[]): Finding | null {
  const { ratio, within, least } = THRESHOLDS.unit;
  const printed = others.filter((other) => other > 0);
  if (printed.length < least || value <= 0) return null;
  const usual = median(printed);
  // The other way round, the other years would be the ones in yuan: it is told of with them, not with this one.
  const off = value / usual / ratio;
  if (off > within || off < 1 / within) return null;
  return makeFinding({
    rule: 'series.unit',
    scope: variable,
    severity: 'question',
    message: {
      zh: `${value} 万元约为该机关其他年度（中位数 ${usual}）的一万倍，可能以元为单位`,
      en: `${value} (10,000 yuan) is some 10,000 times this agency's other years (median ${usual}): perhaps it is in yuan`,
    },
    expected: value / ratio,
    actual: value,
    variables: [variable],
  });
}

function jump(variable: string, value: number, others: readonly number[]): Finding[] {
  const { least, score, spread, change } = THRESHOLDS.series;
  if (!isFarOut(value, others, { least, score, spread, change })) return [];
  const usual = median(others);
  return [
    makeFinding({
      rule: 'series.jump',
      scope: variable,
      severity: 'question',
      message: {
        zh: `${value} 与该机关其他 ${others.length} 个年度（中位数 ${usual}）相差悬殊`,
        en: `${value} is far from this agency's ${others.length} other years (median ${usual})`,
      },
      actual: value,
      variables: [variable],
    }),
  ];
}

/**
 * What is unlikely beside bodies of the same kind and level in the same province and year. A body that always has
 * little or nothing of a kind (no fees, few penalties) is small, not wrong; one that always has far more is still asked
 * about, since it may use another unit every year.
 *
 * @param peers - without the report itself
 * @param ownYears - the same body's other years
 */
export function checkPeers(
  figures: Figures,
  peers: readonly Figures[],
  ownYears: readonly Figures[] = [],
): Finding[] {
  return COMPARED_VARIABLES.flatMap((variable) => {
    const value = figures.get(variable);
    const others = valuesOf(variable, peers);
    if (value === undefined || !isFarOut(value, others, THRESHOLDS.peers)) return [];
    const usual = median(others);
    if (value < usual && isUsual(value, valuesOf(variable, ownYears))) return [];
    return [
      makeFinding({
        rule: 'peer.outlier',
        scope: variable,
        severity: 'question',
        message: {
          zh: `${value} 与本省同级 ${others.length} 个同类机关（中位数 ${usual}）相差悬殊`,
          en: `${value} is far from ${others.length} bodies of the same kind and level in the province (median ${usual})`,
        },
        actual: value,
        variables: [variable],
      }),
    ];
  });
}

/** Nothing out of the ordinary beside its own other years, of which there must be some. */
function isUsual(value: number, others: readonly number[]): boolean {
  const { leastOwn, score, spread } = THRESHOLDS.peers;
  return others.length >= leastOwn && Math.abs(robustScore(value, others, spread)) < score / 2;
}

interface Bounds {
  readonly least: number;
  readonly score: number;
  readonly spread: number;
  readonly change: number;
}

function isFarOut(
  value: number,
  others: readonly number[],
  { least, score, spread, change }: Bounds,
): boolean {
  if (others.length < least || Math.abs(value - median(others)) < change) return false;
  return Math.abs(robustScore(value, others, spread)) >= score;
}

const valuesOf = (variable: string, reports: readonly Figures[]): number[] =>
  reports.flatMap((figures) => figures.get(variable) ?? []);
