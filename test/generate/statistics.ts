import type { Block } from './blocks.ts';
import { htmlOptions, reportOptions, textOptions } from './defaults.ts';
import type { Truth } from './document.ts';
import { docxOptions, renderDocx } from './docx.ts';
import { renderHtml } from './html.ts';
import { OFFICIAL_LABELS } from './labels.ts';
import { createRandom, type Random } from './random.ts';
import { makeReport, type Report } from './report.ts';
import { LOCAL_LINES, STATISTICS_LINES, type StatisticsLine } from './statistics-form.ts';
import { type Cell, label, type Table, value } from './table.ts';
import { renderText } from './text.ts';
import type { TextLayout } from './text-layouts.ts';
import { renderXlsx, xlsxOptions } from './xlsx.ts';

export const STATISTICS_KINDS = ['html', 'text', 'docx', 'xlsx'] as const;
export type StatisticsKind = (typeof STATISTICS_KINDS)[number];

/** How one locality prints the table. */
type Style = {
  /** A column of running numbers, and where it stands. */
  readonly codes: 'none' | 'first' | 'behind unit';
  /** 区政府, 区直单位, 乡镇街道 before the total. */
  readonly levels: boolean;
  readonly local: boolean;
  readonly headingMark: '——' | '----' | '';
  readonly zeros: '0' | '' | '/';
  readonly brackets: 'full' | 'half';
};

export type StatisticsCase = { readonly truth: Truth; readonly bytes: Uint8Array; readonly table: Table };

/** A report on a year from 2014 to 2018 with its statistics table, the same for the same kind and seed. */
export const statisticsCase = (kind: StatisticsKind, seed: number): StatisticsCase => {
  const random = createRandom(seed).fork(`statistics ${kind}`);
  const options = reportOptions(
    { edition: '2019', size: 'county', traps: 0, mismatch: null },
    random.fork('options'),
  );
  const report = makeReport(
    { ...options, years: [2014, 2018], labels: OFFICIAL_LABELS },
    random.fork('report'),
  );
  const figures = drawFigures(random.fork('figures'));
  const isBroken = random.chance(0.25);
  if (isBroken) figures.set('applications_received', (figures.get('applications_received') ?? 0) + 3);
  const style = drawStyle(kind, random.fork('style'));
  const table = buildTable(figures, style, random.fork('table'));
  const bytes = RENDERERS[kind](report, blocksOf(report, table), random.fork('render'));
  return { truth: truthOf(kind, seed, report, figures, style, isBroken), bytes, table };
};

const drawStyle = (kind: StatisticsKind, random: Random): Style => ({
  codes: random.pick(kind === 'text' ? ['none'] : ['none', 'none', 'first', 'behind unit']),
  levels: kind !== 'text' && random.chance(0.25),
  local: random.chance(0.4),
  headingMark: random.pick(['——', '----', kind === 'text' ? '——' : '']),
  zeros: random.pick(['0', '0', '/', kind === 'text' ? '0' : '']),
  brackets: random.pick(['full', 'half']),
});

const drawFigures = (random: Random): Map<string, number> => {
  const figures = new Map<string, number>();
  for (const { name, unit } of STATISTICS_LINES) {
    if (name === undefined) continue;
    const most = unit === '条' ? 9000 : random.pick([0, 3, 40, 400]);
    figures.set(name, unit === '万元' ? random.integer(0, 300) / 10 : random.integer(0, most));
  }
  // From the innermost sums outwards: the refused are a part of the answered.
  for (const { name, parts } of [...STATISTICS_LINES].reverse()) {
    if (name === undefined || parts === undefined) continue;
    figures.set(
      name,
      parts.reduce((sum, part) => sum + (figures.get(part) ?? 0), 0),
    );
  }
  return figures;
};

const printed = (figure: number, { zeros }: Style): string => (figure === 0 ? zeros : String(figure));

const buildTable = (figures: ReadonlyMap<string, number>, style: Style, random: Random): Table => {
  const at = random.integer(3, STATISTICS_LINES.length - 1);
  const local = style.local ? random.sample(LOCAL_LINES, 3) : [];
  const lines = [...STATISTICS_LINES.slice(0, at), ...local, ...STATISTICS_LINES.slice(at)];
  return {
    id: 'statistics',
    headerRows: 1,
    rows: [headerRow(style), ...lines.map((line, index) => bodyRow(line, index, figures, style, random))],
  };
};

const headerRow = ({ codes, levels }: Style): readonly Cell[] =>
  [
    ...(codes === 'first' ? ['序号'] : []),
    ...['统计指标', '单位'],
    ...(codes === 'behind unit' ? ['代码'] : []),
    ...(levels ? ['区政府', '区直单位', '乡镇街道', '合计'] : ['统计数']),
  ].map((text) => label(text));

const bodyRow = (
  line: StatisticsLine,
  index: number,
  figures: ReadonlyMap<string, number>,
  style: Style,
  random: Random,
): readonly Cell[] => {
  const { name, unit, label: text } = line;
  const code = label(String(index + 1).padStart(2, '0'));
  const isHeading = unit === '——';
  const figure = name === undefined ? random.integer(1, 90) : (figures.get(name) ?? 0);
  const number = isHeading ? style.headingMark : printed(figure, style);
  const variable = `statistics.${name}`;
  const levels = style.levels ? [0, 1, 2].map(() => label(isHeading ? style.headingMark : '1')) : [];
  return [
    ...(style.codes === 'first' ? [code] : []),
    label(style.brackets === 'full' ? text : text.replace(/（/g, '(').replace(/）/g, ')')),
    label(isHeading ? style.headingMark : unit),
    ...(style.codes === 'behind unit' ? [code] : []),
    ...levels,
    name === undefined ? label(number) : value(variable, number),
  ];
};

const blocksOf = (report: Report, table: Table): readonly Block[] => [
  { kind: 'title', text: report.title },
  {
    kind: 'paragraph',
    text: '本报告根据《中华人民共和国政府信息公开条例》编制，全文包括概述、主动公开政府信息情况、依申请公开政府信息情况等。',
  },
  { kind: 'heading', text: '一、概述' },
  {
    kind: 'paragraph',
    text: `${report.year}年，${report.place.name}认真贯彻落实政府信息公开条例，政府信息公开工作有序推进。`,
  },
  { kind: 'heading', text: '附件：政府信息公开情况统计表' },
  { kind: 'table', table },
  { kind: 'paragraph', text: '单位负责人：      审核人：      填报人：      填报日期：' },
];

type Render = (report: Report, blocks: readonly Block[], random: Random) => Uint8Array;

const LAYOUTS: readonly TextLayout[] = ['L1', 'L2', 'L3', 'L3p', 'L4', 'L6', 'L7', 'L9'];

const RENDERERS: Readonly<Record<StatisticsKind, Render>> = {
  html: (report, blocks, random) =>
    renderHtml(report, blocks, htmlOptions({}, random.fork('options')), random),
  text: (report, blocks, random) =>
    renderText(report, blocks, textOptions({ layout: random.pick(LAYOUTS) }, random.fork('options')), random),
  docx: (report, blocks, random) => renderDocx(report, blocks, docxOptions(random.fork('options')), random),
  xlsx: (_, blocks, random) => renderXlsx(blocks, xlsxOptions(random.fork('options'))),
};

const ENDINGS = { html: 'html', text: 'txt', docx: 'docx', xlsx: 'xlsx' } as const;

const truthOf = (
  kind: StatisticsKind,
  seed: number,
  report: Report,
  figures: ReadonlyMap<string, number>,
  style: Style,
  isBroken: boolean,
): Truth => {
  const values = Object.fromEntries([...figures].map(([name, figure]) => [`statistics.${name}`, figure]));
  return {
    case: `statistics-${kind}-${seed}`,
    file: `statistics-${kind}-${seed}.${ENDINGS[kind]}`,
    kind,
    place: report.place.name,
    code: report.place.code,
    year: report.year,
    format: '2014',
    published: null,
    values,
    blank: Object.keys(values).filter((name) => values[name] === 0 && style.zeros !== '0'),
    findings: isBroken ? [{ rule: 'statistics.total', scope: 'applications_received' }] : [],
    ambiguous: false,
    missing_table: null,
  };
};
