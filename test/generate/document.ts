import { type Arrangement, PLAIN_ARRANGEMENT, tablesIn, toBlocks } from './blocks.ts';
import { type HtmlOptions, renderHtml } from './html.ts';
import { printedDate } from './html-page.ts';
import type { Finding } from './print-figures.ts';
import type { Random } from './random.ts';
import { makeReport, printedValues, type Report, type ReportOptions } from './report.ts';
import type { Table } from './table.ts';
import { isAmbiguous, renderText, type TextOptions } from './text.ts';

/** One entry of a truth file, as the scorer reads it. */
export type Truth = {
  readonly case: string;
  readonly file: string;
  readonly kind: string;
  readonly place: string;
  readonly code: string;
  readonly year: number;
  readonly format: string | null;
  readonly published: string | null;
  readonly values: Readonly<Record<string, number>>;
  readonly blank: readonly string[];
  readonly findings: readonly Finding[];
  readonly ambiguous: boolean;
  readonly missing_table: string | null;
};

export type GeneratedDocument = {
  readonly truth: Truth;
  readonly bytes: Uint8Array;
  /** The tables as printed, for tests. */
  readonly tables: readonly Table[];
};

export type Plan = {
  readonly report: ReportOptions;
  /** Depends on the report, because a table is split by its rows. */
  readonly arrange: (report: Report, random: Random) => Partial<Arrangement>;
  readonly output:
    | { readonly kind: 'html'; readonly options: HtmlOptions }
    | { readonly kind: 'text'; readonly options: TextOptions };
};

const truthOf = (
  name: string,
  plan: Plan,
  report: Report,
  tables: readonly Table[],
  arrangement: Arrangement,
): Truth => {
  const { output } = plan;
  const values = printedValues(report, tables);
  const missing = arrangement.missing;
  return {
    case: name,
    file: `${name}.${output.kind === 'html' ? 'html' : 'txt'}`,
    kind: output.kind,
    place: report.place.name,
    code: report.place.code,
    year: report.year,
    // without any table nothing is printed that tells the edition
    format: tables.length === 0 ? null : report.edition,
    published: output.kind === 'html' ? printedDate(report, output.options.page) : null,
    values,
    blank: Object.keys(values).filter((variable) => report.blank.has(variable)),
    findings: [
      ...report.findings.filter((finding) => tables.length > 0 || !finding.rule.startsWith('narrative.')),
      ...missing.map((table) => ({ rule: 'table.missing', scope: table })),
    ],
    ambiguous: output.kind === 'text' && isAmbiguous(tables, output.options),
    missing_table: missing.length === 0 ? null : missing.join(' '),
  };
};

export const generateDocument = (name: string, plan: Plan, random: Random): GeneratedDocument => {
  const report = makeReport(plan.report, random.fork('report'));
  const arrangement = { ...PLAIN_ARRANGEMENT, ...plan.arrange(report, random.fork('arrange')) };
  const blocks = toBlocks(report, arrangement);
  const tables = tablesIn(blocks);
  const draw = random.fork('render');
  const bytes =
    plan.output.kind === 'html'
      ? renderHtml(report, blocks, plan.output.options, draw)
      : renderText(report, blocks, plan.output.options, draw);
  return { truth: truthOf(name, plan, report, tables, arrangement), bytes, tables };
};
