import type { HtmlOptions } from './html.ts';
import type { CellOptions } from './html-cells.ts';
import type { PageOptions } from './html-page.ts';
import type { TableOptions } from './html-table.ts';
import { OFFICIAL_LABELS } from './labels.ts';
import type { Mirror } from './mirrors.ts';
import type { PrintStyle } from './print-figures.ts';
import type { Random } from './random.ts';
import type { ReportOptions } from './report.ts';
import type { TextOptions } from './text.ts';

/** What a recipe changes; everything else is drawn or plain. */
export type HtmlChanges = {
  readonly prose?: HtmlOptions['prose'];
  readonly encoding?: HtmlOptions['encoding'];
  readonly page?: Partial<PageOptions>;
  readonly mirror?: Mirror;
  readonly framed?: boolean;
  readonly table?: Partial<Omit<TableOptions, 'cells'>>;
  readonly cells?: Partial<CellOptions>;
};

export type ReportChanges = Partial<Omit<ReportOptions, 'print'>> & { readonly print?: Partial<PrintStyle> };

export const reportOptions = (changes: ReportChanges, random: Random): ReportOptions => {
  const edition = changes.edition ?? random.pick(['2021', '2021', '2021', '2019'] as const);
  const { print, ...rest } = changes;
  return {
    edition,
    layout: edition,
    other: edition === '2019' ? 'one row' : 'three rows',
    years: edition === '2019' ? [2019, 2020] : [2021, 2025],
    size: random.pick(['tiny', 'county', 'county', 'county', 'city']),
    naturalOnly: random.chance(0.1),
    anomalies: [],
    labels: { ...OFFICIAL_LABELS, brackets: random.pick(['full', 'full', 'half']) },
    headings: 'usual',
    period: 'usual',
    subtotal: false,
    disclosureWidth: random.pick([4, 4, 5]),
    traps: random.integer(0, 2),
    mismatch: null,
    ...rest,
    print: {
      blank: 'none',
      blankTexts: [''],
      malformed: [],
      signs: random.pick(['ascii', 'bare']),
      yuan: 'none',
      ...print,
    },
  };
};

const CELLS: CellOptions = { markup: 'bare', blanks: ['empty'], breaks: 0, noise: false };

const TABLE: Omit<TableOptions, 'cells'> = {
  upperCase: false,
  unclosed: false,
  sections: false,
  th: 'none',
  attributes: 'styled',
  newlines: true,
  nested: false,
};

const page = (random: Random): PageOptions => ({
  shell: random.pick(['trs', 'layout table', 'ucap', 'boda', 'article']),
  date: random.pick(['meta', 'meta time']),
  charset: 'utf-8',
  charsetBy: random.pick(['charset', 'http-equiv']),
  contentFirst: random.chance(0.5),
  chrome: random.chance(0.7),
  scripts: random.chance(0.3),
});

export const htmlOptions = (changes: HtmlChanges, random: Random): HtmlOptions => ({
  prose: changes.prose ?? random.pick(['paragraph', 'indented', 'browser', 'headings', 'div', 'breaks']),
  encoding: changes.encoding ?? 'utf-8',
  page: { ...page(random), ...changes.page },
  table: { ...TABLE, ...changes.table, cells: { ...CELLS, ...changes.cells } },
  ...(changes.mirror === undefined ? {} : { mirror: changes.mirror }),
  ...(changes.framed === undefined ? {} : { framed: changes.framed }),
});

export const textOptions = (
  changes: Partial<TextOptions> & Pick<TextOptions, 'layout'>,
  random: Random,
): TextOptions => ({
  showBlanks: true,
  padLastRow: random.chance(0.5),
  headers: random.pick(['whole', 'wrapped', 'vertical']),
  longLabels: random.pick(['one line', 'numbers last', 'numbers between']),
  centredGroups: random.chance(0.5),
  pageNumbers: random.chance(0.5),
  newline: '\n',
  bar: '|',
  nbsp: false,
  menus: random.chance(0.3),
  cutLabels: false,
  radicals: false,
  encoding: 'utf-8',
  ...changes,
});
