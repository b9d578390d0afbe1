import { ANOMALIES } from './anomalies.ts';
import { type Arrangement, randomSplit } from './blocks.ts';
import type { HtmlChanges, ReportChanges } from './defaults.ts';
import { BLANK_MARKUPS, CELL_MARKUPS } from './html-cells.ts';
import { DATE_PLACES, SHELLS } from './html-page.ts';
import { OFFICIAL_LABELS, randomLabelStyle } from './labels.ts';
import { MALFORMED_KINDS } from './print-figures.ts';
import { MISMATCHES, type Mismatch } from './prose.ts';
import type { Random } from './random.ts';
import { htmlRecipe, type Recipe } from './recipe.ts';
import type { Report } from './report.ts';
import {
  addEmptyRows,
  addNoteRow,
  addTitleRow,
  blankSubCells,
  breakHeaderRow,
  dropSpans,
  fillLostSpans,
  type GroupAfterSplit,
  insertBlankColumn,
  type Shape,
  slipRowspan,
  splitChallengeHeader,
  verticalResults,
} from './shapes.ts';

const WORD: HtmlChanges = { prose: 'word', cells: { markup: 'word runs' }, table: { attributes: 'word' } };

const markups: readonly Recipe[] = [
  htmlRecipe('plain-2021', { report: { edition: '2021' }, html: { cells: { markup: 'bare' } } }),
  htmlRecipe('plain-2019', { report: { edition: '2019', disclosureWidth: 4 } }),
  htmlRecipe('plain-2019-wide', { report: { edition: '2019', disclosureWidth: 5 } }),
  ...CELL_MARKUPS.slice(1).map((markup) =>
    htmlRecipe(`cells-${markup.replaceAll(' ', '-')}`, { html: { cells: { markup } } }),
  ),
  htmlRecipe('word-2019', { report: { edition: '2019' }, html: WORD }),
  htmlRecipe('word-2021', { report: { edition: '2021' }, html: WORD }),
  htmlRecipe('upper-case', {
    html: { table: { upperCase: true, attributes: 'unquoted' }, cells: { markup: 'font' } },
  }),
  htmlRecipe('unclosed', { html: { table: { unclosed: true } } }),
  htmlRecipe('unclosed-upper', {
    html: {
      table: { unclosed: true, upperCase: true, attributes: 'unquoted' },
      cells: { markup: 'paragraph' },
    },
  }),
  htmlRecipe('th-header', { html: { table: { th: 'header', sections: true } } }),
  htmlRecipe('th-labels', { html: { table: { th: 'labels', sections: true } } }),
  htmlRecipe('th-all', { html: { table: { th: 'all' } } }),
  htmlRecipe('nested', { html: { table: { nested: true }, page: { shell: 'layout table' } } }),
  htmlRecipe('one-line', { html: { table: { newlines: false, attributes: 'bare' } } }),
  htmlRecipe('noise', {
    html: (random) => ({
      cells: { noise: true, markup: random.pick(['paragraph', 'word', 'browser']) },
      page: { scripts: true },
    }),
  }),
];

const shape = (
  name: string,
  shapes: readonly Shape[],
  html: HtmlChanges = {},
  report: ReportChanges = {},
): Recipe => htmlRecipe(name, { report, html, arrange: { shapes } });

const shapes: readonly Recipe[] = [
  shape('lost-spans', [fillLostSpans]),
  shape('lost-spans-2019', [fillLostSpans], { cells: { blanks: ['nbsp'] } }, { edition: '2019' }),
  shape('lost-spans-mixed', [fillLostSpans], { cells: { blanks: BLANK_MARKUPS, markup: 'paragraph' } }),
  shape('ragged', [dropSpans(false)]),
  shape('ragged-2019', [dropSpans(false)], {}, { edition: '2019' }),
  shape('ragged-rowspan', [dropSpans(true)]),
  shape('ragged-rowspan-2019', [dropSpans(true)], {}, { edition: '2019' }),
  shape('ragged-blank', [dropSpans(false)], {}, { print: { blank: 'zeros' } }),
  shape(
    'ragged-rowspan-blank',
    [dropSpans(true)],
    { cells: { blanks: ['nbsp'] } },
    { print: { blank: 'zeros' } },
  ),
  shape('lost-spans-blank', [fillLostSpans], {}, { print: { blank: 'some zeros' } }),
  shape('vertical', [verticalResults]),
  shape('vertical-word', [verticalResults], { ...WORD, cells: { markup: 'word', breaks: 0.2 } }),
  shape('broken-header', [breakHeaderRow]),
  shape('sub-cells', [blankSubCells((cell) => /^[（(][一二六七]/.test(cell.text))]),
  shape('challenge-header', [splitChallengeHeader]),
  shape('title-row', [addTitleRow]),
  shape('note-row', [addNoteRow]),
  shape('empty-rows', [addEmptyRows]),
  shape('empty-rows-lost-spans', [fillLostSpans, addEmptyRows]),
  shape('rowspan-slip-short', [slipRowspan(-1)]),
  shape('rowspan-slip-long', [slipRowspan(2)]),
  shape('blank-column-first', [insertBlankColumn(0)]),
  shape('blank-column-last', [insertBlankColumn(99)]),
  shape('blank-column-labels', [insertBlankColumn(3)]),
  shape('blank-column-inside', [insertBlankColumn(4)]),
  shape('blank-column-lost-spans', [fillLostSpans, insertBlankColumn(0)]),
  htmlRecipe('breaks', { html: { cells: { breaks: 0.6 } } }),
  htmlRecipe('breaks-paragraphs', { html: { cells: { breaks: 0.6, markup: 'paragraph' } } }),
];

const GROUPS: readonly GroupAfterSplit[] = ['label', 'blank', 'missing'];
const BETWEEN = ['', '', '- 3 -', '— 4 —'];

const splitArrange =
  (group: GroupAfterSplit, repeatHeader: boolean) =>
  (report: Report, random: Random): Partial<Arrangement> => ({
    splits: report.tables
      .filter((table) => table.id === 'applications')
      .map((table) => randomSplit(table, random, group, repeatHeader)),
    between: random.pick(BETWEEN),
  });

const splits: readonly Recipe[] = [
  ...GROUPS.flatMap((group) =>
    [true, false].map((repeat) =>
      htmlRecipe(`split-${group}${repeat ? '-header' : ''}`, { arrange: splitArrange(group, repeat) }),
    ),
  ),
  htmlRecipe('split-twice', {
    arrange: (_, random) => ({
      splits: [
        { table: 'applications', at: random.integer(6, 12), repeatHeader: false, group: 'blank' },
        {
          table: 'applications',
          at: random.integer(14, 22),
          repeatHeader: random.chance(0.5),
          group: 'blank',
        },
      ],
      between: random.pick(BETWEEN),
    }),
  }),
  htmlRecipe('split-disclosure', {
    arrange: (_, random) => ({
      splits: [{ table: 'disclosure', at: random.pick([1, 5, 8]), repeatHeader: false, group: 'label' }],
      between: '',
    }),
  }),
  htmlRecipe('split-lost-spans', {
    arrange: (report, random) => ({
      ...splitArrange('blank', false)(report, random),
      shapes: [fillLostSpans],
    }),
  }),
  htmlRecipe('split-ragged', {
    arrange: (report, random) => ({
      ...splitArrange('blank', true)(report, random),
      shapes: [dropSpans(false)],
    }),
  }),
  htmlRecipe('merged-even', { arrange: { merge: 'even' } }),
  htmlRecipe('merged-ragged', { arrange: { merge: 'ragged' } }),
  htmlRecipe('merged-lost-spans', { arrange: { merge: 'ragged', shapes: [fillLostSpans] } }),
];

const labels: readonly Recipe[] = [
  htmlRecipe('labels-half', {
    report: { labels: { ...OFFICIAL_LABELS, brackets: 'half', quotes: ['"', '"'] } },
  }),
  htmlRecipe('labels-mixed', { report: { labels: { ...OFFICIAL_LABELS, brackets: 'mixed', dot: '．' } } }),
  htmlRecipe('labels-spaces', { report: { labels: { ...OFFICIAL_LABELS, spaces: 0.3 } } }),
  htmlRecipe('labels-lost', { report: { edition: '2021', labels: { ...OFFICIAL_LABELS, lost: 1 } } }),
  htmlRecipe('labels-alias', { report: { labels: { ...OFFICIAL_LABELS, aliases: true } } }),
  htmlRecipe('labels-any', { report: (random) => ({ labels: randomLabelStyle(random) }) }),
  ...(['shifted', 'bracketed', 'no numbers', 'residue', 'first part', 'dirt'] as const).map((headings) =>
    htmlRecipe(`headings-${headings.replaceAll(' ', '-')}`, { report: { headings } }),
  ),
];

const blank = (
  name: string,
  print: ReportChanges['print'],
  html: HtmlChanges = {},
  rest: ReportChanges = {},
): Recipe =>
  htmlRecipe(`blank-${name}`, { report: { ...rest, ...(print === undefined ? {} : { print }) }, html });

const blanks: readonly Recipe[] = [
  blank('empty', { blank: 'zeros' }),
  blank('nbsp', { blank: 'zeros' }, { cells: { blanks: ['nbsp', 'paragraph nbsp'] } }),
  blank('word', { blank: 'zeros' }, { ...WORD, cells: { markup: 'word', blanks: ['o:p'] } }),
  blank('markup-any', { blank: 'some zeros' }, { cells: { blanks: BLANK_MARKUPS, markup: 'paragraph' } }),
  blank('slash', { blank: 'zeros', blankTexts: ['/'] }),
  blank('hyphen', { blank: 'zeros', blankTexts: ['-'] }),
  blank('dash', { blank: 'all zeros', blankTexts: ['—'] }),
  blank('none-word', { blank: 'all zeros', blankTexts: ['无'] }),
  blank('not-applicable', { blank: 'all zeros', blankTexts: ['不涉及'] }),
  blank('mixed', { blank: 'some zeros', blankTexts: ['', '/', '-', '—', '无', '--'] }),
  blank(
    'regulations',
    { blank: 'regulations', blankTexts: ['/', '无', '—'] },
    {},
    { edition: '2021', size: 'county' },
  ),
  blank('detail-totals', { blank: 'detail totals' }),
  blank('detail-totals-zeros', { blank: 'detail totals and zeros' }, { cells: { blanks: ['nbsp'] } }),
  blank('natural-only', { blank: 'organisations' }, {}, { naturalOnly: true }),
  blank('natural-only-slash', { blank: 'organisations', blankTexts: ['/'] }, {}, { naturalOnly: true }),
  blank('all-zeros', { blank: 'all zeros' }),
  blank('nothing-received', { blank: 'all zeros' }, {}, { size: 'empty' }),
];

const forms: readonly Recipe[] = [
  htmlRecipe('other-one-row', { report: { edition: '2021', other: 'one row' } }),
  htmlRecipe('other-one-row-sub-cells', {
    report: { edition: '2021', other: 'one row' },
    arrange: { shapes: [blankSubCells((cell) => /^[（(][六七]/.test(cell.text))] },
  }),
  htmlRecipe('hybrid', { report: { edition: '2021', layout: 'hybrid' } }),
  htmlRecipe('late-2019', { report: { edition: '2019', years: [2021, 2022] } }),
  htmlRecipe('subtotal', { report: { edition: '2021', subtotal: true } }),
  htmlRecipe('subtotal-lost-spans', { report: { subtotal: true }, arrange: { shapes: [fillLostSpans] } }),
  ...(['words', 'short words', 'full width'] as const).map((signs) =>
    htmlRecipe(`signs-${signs.replaceAll(' ', '-')}`, { report: { edition: '2019', print: { signs } } }),
  ),
  htmlRecipe('yuan-in-cell', { report: { edition: '2019', print: { yuan: 'in cell' } } }),
  htmlRecipe('yuan-in-header', { report: { edition: '2019', print: { yuan: 'in header' } } }),
  htmlRecipe('empty', { report: { size: 'empty' } }),
  htmlRecipe('province', { report: { size: 'province' } }),
];

const anomalies: readonly Recipe[] = [
  ...ANOMALIES.map((anomaly) =>
    htmlRecipe(`anomaly-${anomaly.replaceAll(' ', '-')}`, { report: { anomalies: [anomaly] } }),
  ),
  htmlRecipe('anomaly-several', {
    report: (random) => ({ anomalies: random.sample(ANOMALIES, 2), print: { malformed: ['double zero'] } }),
  }),
  ...MALFORMED_KINDS.map((kind) =>
    htmlRecipe(`malformed-${kind.replaceAll(' ', '-')}`, {
      report: {
        edition: '2021',
        size: kind === 'thousands' ? 'city' : 'county',
        print: { malformed: [kind, kind] },
      },
    }),
  ),
  htmlRecipe('malformed-any', { report: { print: { malformed: MALFORMED_KINDS } } }),
];

const MISMATCH_NAMES = Object.keys(MISMATCHES) as readonly Mismatch[];

const proses: readonly Recipe[] = [
  ...MISMATCH_NAMES.map((mismatch) =>
    htmlRecipe(`mismatch-${mismatch}`, { report: { edition: '2021', size: 'county', traps: 0, mismatch } }),
  ),
  htmlRecipe('mismatch-among-traps', {
    report: (random) => ({ size: 'city', traps: 3, mismatch: random.pick(MISMATCH_NAMES) }),
  }),
  htmlRecipe('traps', { report: { traps: 4 } }),
  htmlRecipe('traps-tiny', { report: { size: 'tiny', traps: 4 } }),
  htmlRecipe('traps-word', { report: { traps: 4 }, html: WORD }),
];

const delivery: readonly Recipe[] = [
  htmlRecipe('gb18030-as-gb2312', { html: { encoding: 'gb18030', page: { charset: 'gb2312' } } }),
  htmlRecipe('gb18030-as-gbk', {
    html: { encoding: 'gb18030', page: { charset: 'GBK', charsetBy: 'http-equiv' } },
  }),
  htmlRecipe('gbk-as-utf8', { html: { encoding: 'gb18030', page: { charset: 'utf-8' } } }),
  htmlRecipe('utf8-as-gb2312', { html: { encoding: 'utf-8', page: { charset: 'gb2312' } } }),
  htmlRecipe('gbk-undeclared', { html: { encoding: 'gb18030', page: { charset: null } } }),
  htmlRecipe('utf8-undeclared', { html: { encoding: 'utf-8', page: { charset: null } } }),
  htmlRecipe('utf8-bom', { html: { encoding: 'utf-8 bom', page: { charset: null } } }),
  htmlRecipe('utf16', { html: { encoding: 'utf-16le bom', page: { charset: 'utf-8' } } }),
  ...DATE_PLACES.map((date) => htmlRecipe(`date-${date.replaceAll(' ', '-')}`, { html: { page: { date } } })),
  ...SHELLS.map((shell) => htmlRecipe(`shell-${shell.replaceAll(' ', '-')}`, { html: { page: { shell } } })),
  htmlRecipe('contents', { arrange: { contents: true } }),
  htmlRecipe('untitled', { html: { page: { shell: 'trs' } }, arrange: { titled: false } }),
  htmlRecipe('missing-challenges', { report: { edition: '2021' }, arrange: { missing: ['challenges'] } }),
  htmlRecipe('missing-all', { arrange: { missing: ['disclosure', 'applications', 'challenges'] } }),
];

const STRUCTURES: readonly ((report: Report, random: Random) => Partial<Arrangement>)[] = [
  () => ({}),
  () => ({ shapes: [fillLostSpans] }),
  (_, random) => ({ shapes: [dropSpans(random.chance(0.5))] }),
  (report, random) => splitArrange(random.pick(GROUPS), random.chance(0.5))(report, random),
  () => ({ merge: 'even' }),
  () => ({ shapes: [verticalResults, breakHeaderRow] }),
  () => ({ shapes: [addTitleRow, addNoteRow], contents: true }),
  (_, random) => ({ shapes: [insertBlankColumn(random.pick([0, 3, 99]))] }),
  () => ({ shapes: [splitChallengeHeader, blankSubCells(() => true)] }),
];

/** Everything at once, as far as it can meet in one page. */
const mixtures: readonly Recipe[] = ['a', 'b', 'c', 'd'].map((letter) =>
  htmlRecipe(`mixture-${letter}`, {
    report: (random) => ({
      labels: randomLabelStyle(random),
      headings: random.pick(['usual', 'usual', 'shifted', 'no numbers', 'residue']),
      traps: random.integer(0, 4),
      print: {
        blank: random.pick(['none', 'none', 'zeros', 'some zeros', 'all zeros', 'regulations']),
        blankTexts: random.pick([[''], ['/'], ['-', '—'], ['无'], ['', '/']]),
        signs: random.pick(['ascii', 'bare', 'words']),
      },
    }),
    html: (random) => ({
      prose: random.pick(['paragraph', 'indented', 'word', 'breaks', 'browser', 'headings', 'div']),
      cells: {
        markup: random.pick(CELL_MARKUPS),
        blanks: random.sample(BLANK_MARKUPS, 2),
        breaks: random.pick([0, 0.3]),
        noise: random.chance(0.4),
      },
      table: {
        upperCase: random.chance(0.2),
        sections: random.chance(0.3),
        th: random.pick(['none', 'none', 'header', 'labels']),
        attributes: random.pick(['bare', 'styled', 'word', 'unquoted']),
        nested: random.chance(0.2),
      },
      page: { shell: random.pick(SHELLS), date: random.pick(DATE_PLACES) },
      encoding: random.pick(['utf-8', 'utf-8', 'gb18030', 'utf-8 bom']),
    }),
    arrange: (report, random) => random.pick(STRUCTURES)(report, random),
  }),
);

export const HTML_RECIPES: readonly Recipe[] = [
  ...markups,
  ...shapes,
  ...splits,
  ...labels,
  ...blanks,
  ...forms,
  ...anomalies,
  ...proses,
  ...delivery,
  ...mixtures,
];
