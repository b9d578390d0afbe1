import { type Anomaly, applyAnomaly } from './anomalies.ts';
import { buildTables } from './build-tables.ts';
import { brokenRelations, type Figures, makeFigures, type Size } from './figures.ts';
import type { DisclosureLayout, Edition, OtherHandling } from './form.ts';
import { createLabeller, type LabelStyle } from './labels.ts';
import { type Place, placesIn } from './places.ts';
import { type Finding, type PrintStyle, printFigures, subtotalOf } from './print-figures.ts';
import {
  type Facts,
  factsOf,
  MISMATCHES,
  type Mismatch,
  type ProseContent,
  writeOthers,
  writeOverview,
  writeProblems,
} from './prose.ts';
import type { Random } from './random.ts';
import { printedCells, type Table } from './table.ts';
import {
  type Agency,
  type HeadingStyle,
  makeAgency,
  makeHeadings,
  makeIntroduction,
  makeTitle,
  type PeriodStyle,
} from './titles.ts';

export type ReportOptions = {
  readonly edition: Edition;
  readonly layout: DisclosureLayout;
  readonly other: OtherHandling;
  readonly years: readonly [number, number];
  readonly size: Size;
  readonly naturalOnly: boolean;
  readonly anomalies: readonly Anomaly[];
  readonly print: PrintStyle;
  readonly labels: LabelStyle;
  readonly headings: HeadingStyle;
  readonly period: PeriodStyle;
  readonly subtotal: boolean;
  readonly disclosureWidth: 4 | 5;
  readonly traps: number;
  /** A claim in the prose that differs from the table. */
  readonly mismatch: Mismatch | null;
  /** Who reports; drawn when absent. */
  readonly of?: { readonly place: Place; readonly agency: Agency };
};

/** Everything a renderer prints, and the truth about it. */
export type Report = {
  readonly place: Place;
  readonly agency: Agency;
  readonly year: number;
  readonly edition: Edition;
  /** YYYY-MM-DD */
  readonly published: string;
  readonly title: string;
  readonly introduction: string;
  readonly headings: readonly string[];
  readonly overview: readonly string[];
  readonly problems: string;
  readonly others: string;
  readonly tables: readonly Table[];
  readonly figures: Figures;
  readonly blank: ReadonlySet<string>;
  readonly findings: readonly Finding[];
};

const PROCUREMENT_HEADERS: Record<PrintStyle['yuan'], string> = {
  none: '采购总金额（单位：万元）',
  'in cell': '采购总金额',
  'in header': '采购总金额（单位：元）',
};

const publishedAfter = (year: number, random: Random): string => {
  const month = random.integer(1, 3);
  const day = random.integer(month === 1 ? 8 : 1, month === 2 ? 28 : 31);
  return `${year + 1}-0${month}-${String(day).padStart(2, '0')}`;
};

/** A count that no other reading of the table gives: not one of its counts, nor the sum of two. */
const falseClaim = (facts: Facts, mismatch: Mismatch, random: Random): number => {
  const counts = Object.values(facts);
  const explained = new Set([...counts, ...counts.flatMap((one) => counts.map((two) => one + two))]);
  let claimed = facts[mismatch] + random.integer(1, 9);
  while (explained.has(claimed)) claimed += 1;
  return claimed;
};

export const makeReport = (options: ReportOptions, random: Random): Report => {
  const year = random.integer(...options.years);
  const places = placesIn(year).filter((place) => options.size === 'province' || place.level !== 'province');
  const place =
    options.of?.place ??
    random.pick(options.size === 'province' ? places.filter((one) => one.level === 'province') : places);
  const agency = options.of?.agency ?? makeAgency(place, random);
  let figures = makeFigures(random.fork('figures'), options);
  for (const anomaly of options.anomalies) {
    figures = applyAnomaly(figures, anomaly, random.fork(anomaly), options.other);
  }
  const printed = printFigures(figures, options.print, options.other, random.fork('print'));
  const labelOf = createLabeller(options.labels, random.fork('labels'));
  const yuanFees = options.print.yuan !== 'none' && figures.has('disclosure.fees.amount_10k_yuan');
  const tables = buildTables({
    layout: options.layout,
    other: options.other,
    print: (variable) => printed.texts.get(variable) ?? '',
    labelOf: (official) =>
      yuanFees && official.startsWith('本年收费金额') ? '本年收费金额（单位：元）' : labelOf(official),
    ...(options.subtotal ? { subtotal: (row: string) => String(subtotalOf(figures, row)) } : {}),
    disclosureWidth: options.layout === '2019' ? options.disclosureWidth : 4,
    procurementHeader: PROCUREMENT_HEADERS[options.print.yuan],
  });
  const facts = factsOf(figures, options.other);
  const { mismatch } = options;
  const claims = mismatch === null ? {} : { [mismatch]: falseClaim(facts, mismatch, random) };
  const prose: ProseContent = {
    place,
    who: agency.who,
    year,
    facts: { ...facts, ...claims },
    figures,
    layout: options.layout,
    plain: options.mismatch !== null,
    traps: options.traps,
  };
  return {
    place,
    agency,
    year,
    edition: options.edition,
    published: publishedAfter(year, random),
    title: makeTitle(agency, year, random),
    introduction: makeIntroduction(agency, place, year, options.period, random),
    headings: makeHeadings(options.headings, random),
    overview: writeOverview(prose, random.fork('overview')),
    problems: writeProblems(prose, random),
    others: writeOthers(prose, random),
    tables,
    figures,
    blank: printed.blank,
    findings: [
      ...brokenRelations(figures, options.other),
      ...printed.findings,
      ...(options.mismatch === null
        ? []
        : [{ rule: 'narrative.mismatch', scope: MISMATCHES[options.mismatch] }]),
    ],
  };
};

/** The figures that are really printed in these tables. */
export const printedValues = (report: Report, tables: readonly Table[]): Record<string, number> => {
  const values: Record<string, number> = {};
  for (const variable of printedCells(tables).keys()) {
    const figure = report.figures.get(variable);
    if (figure === undefined) throw new Error(`${variable} is printed but has no figure`);
    values[variable] = figure;
  }
  return values;
};
