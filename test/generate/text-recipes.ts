import { ANOMALIES } from './anomalies.ts';
import { randomSplit } from './blocks.ts';
import { OFFICIAL_LABELS, randomLabelStyle } from './labels.ts';
import { MALFORMED_KINDS } from './print-figures.ts';
import { MISMATCHES, type Mismatch } from './prose.ts';
import { type Recipe, textRecipe } from './recipe.ts';
import { addNoteRow, addTitleRow } from './shapes.ts';
import { TEXT_LAYOUTS, type TextLayout } from './text-layouts.ts';

const slug = (layout: TextLayout): string => layout.toLowerCase().replace('+', '-');
const BARRED: readonly TextLayout[] = ['L2', 'L3', 'L3p', 'L4', 'L5', 'L8', 'L9', 'L2+L3p', 'tabs'];

const full = TEXT_LAYOUTS.flatMap((layout): Recipe[] => [
  textRecipe(`${slug(layout)}-2021`, { report: { edition: '2021' }, text: { layout } }),
  textRecipe(`${slug(layout)}-2019`, { report: { edition: '2019' }, text: { layout } }),
]);

const lost = TEXT_LAYOUTS.map((layout) =>
  textRecipe(`${slug(layout)}-blanks-lost`, {
    report: { print: { blank: 'zeros' } },
    text: { layout, showBlanks: false },
  }),
);

const shown = BARRED.flatMap((layout): Recipe[] => [
  textRecipe(`${slug(layout)}-blanks-shown`, {
    report: { print: { blank: 'some zeros' } },
    text: { layout },
  }),
  textRecipe(`${slug(layout)}-dashes`, {
    report: (random) => ({ print: { blank: 'all zeros', blankTexts: [random.pick(['/', '—', '-', '无'])] } }),
    text: { layout },
  }),
]);

const anyLayout = (layouts: readonly TextLayout[]) => (random: { pick: <T>(items: readonly T[]) => T }) => ({
  layout: random.pick(layouts),
});

const variants: readonly Recipe[] = [
  textRecipe('dashes-no-bars', {
    report: { print: { blank: 'all zeros', blankTexts: ['/'] } },
    text: anyLayout(['L1', 'L6', 'L7']),
  }),
  textRecipe('crlf', { text: (random) => ({ layout: random.pick(TEXT_LAYOUTS), newline: '\r\n' }) }),
  textRecipe('nbsp', { text: (random) => ({ layout: random.pick(['L3p', 'L3', 'L2']), nbsp: true }) }),
  textRecipe('full-width-bars', {
    text: (random) => ({ layout: random.pick(['L2', 'L3', 'L3p']), bar: '｜' }),
  }),
  textRecipe('gb18030', { text: (random) => ({ layout: random.pick(TEXT_LAYOUTS), encoding: 'gb18030' }) }),
  textRecipe('bom', { text: (random) => ({ layout: random.pick(TEXT_LAYOUTS), encoding: 'utf-8 bom' }) }),
  textRecipe('menus', {
    text: (random) => ({ layout: random.pick(['L2', 'L3p', 'L3', 'L1']), menus: true }),
  }),
  textRecipe('cut-labels', {
    text: (random) => ({ layout: random.pick(['L2', 'L3p', 'L5']), cutLabels: true }),
  }),
  textRecipe('untitled', { text: anyLayout(['L2', 'L3p', 'L1', 'L5']), arrange: { titled: false } }),
  textRecipe('other-one-row', {
    report: { edition: '2021', other: 'one row' },
    text: anyLayout(TEXT_LAYOUTS),
  }),
  textRecipe('hybrid', { report: { edition: '2021', layout: 'hybrid' }, text: anyLayout(TEXT_LAYOUTS) }),
  textRecipe('subtotal', { report: { subtotal: true }, text: anyLayout(BARRED) }),
  textRecipe('labels-half', {
    report: { labels: { ...OFFICIAL_LABELS, brackets: 'half', quotes: ['"', '"'] } },
    text: anyLayout(TEXT_LAYOUTS),
  }),
  textRecipe('labels-any', {
    report: (random) => ({ labels: randomLabelStyle(random) }),
    text: anyLayout(BARRED),
  }),
  textRecipe('headings', {
    report: (random) => ({
      headings: random.pick(['shifted', 'bracketed', 'no numbers', 'residue', 'dirt'] as const),
    }),
    text: anyLayout(TEXT_LAYOUTS),
  }),
  textRecipe('natural-only-lost', {
    report: { naturalOnly: true, print: { blank: 'organisations' } },
    text: (random) => ({ layout: random.pick(['L2', 'L3p', 'L5']), showBlanks: false }),
  }),
  textRecipe('detail-totals-shown', {
    report: { print: { blank: 'detail totals' } },
    text: anyLayout(['L3', 'L3p', 'L4', 'L9']),
  }),
  textRecipe('yuan', {
    report: (random) => ({
      edition: '2019',
      print: { yuan: random.pick(['in cell', 'in header'] as const) },
    }),
    text: anyLayout(BARRED),
  }),
  textRecipe('signs', {
    report: (random) => ({
      edition: '2019',
      print: { signs: random.pick(['words', 'short words'] as const) },
    }),
    text: anyLayout(TEXT_LAYOUTS),
  }),
  textRecipe('anomaly', {
    report: (random) => ({ anomalies: [random.pick(ANOMALIES)] }),
    text: anyLayout(TEXT_LAYOUTS),
  }),
  textRecipe('malformed', {
    report: { print: { malformed: MALFORMED_KINDS } },
    text: anyLayout(BARRED),
  }),
  textRecipe('mismatch', {
    report: (random) => ({
      size: 'county',
      mismatch: random.pick(Object.keys(MISMATCHES) as readonly Mismatch[]),
    }),
    text: anyLayout(TEXT_LAYOUTS),
  }),
  textRecipe('traps', { report: { traps: 4 }, text: anyLayout(TEXT_LAYOUTS) }),
  textRecipe('province', { report: { size: 'province' }, text: anyLayout(TEXT_LAYOUTS) }),
  textRecipe('empty', { report: { size: 'empty' }, text: anyLayout(TEXT_LAYOUTS) }),
  textRecipe('radicals', {
    text: (random) => ({ layout: random.pick(['L7', 'L7', 'L2', 'L3p']), radicals: true }),
  }),
  textRecipe('contents', { text: anyLayout(TEXT_LAYOUTS), arrange: { contents: true } }),
  textRecipe('title-row', { text: anyLayout(TEXT_LAYOUTS), arrange: { shapes: [addTitleRow] } }),
  textRecipe('note-row', { text: anyLayout(TEXT_LAYOUTS), arrange: { shapes: [addNoteRow] } }),
  textRecipe('split', {
    text: anyLayout(['L2', 'L3', 'L3p', 'L4', 'L5', 'L9']),
    arrange: (report, random) => ({
      splits: report.tables
        .filter((table) => table.id === 'applications')
        .map((table) => randomSplit(table, random, 'label', random.chance(0.5))),
      between: '- 3 -',
    }),
  }),
  ...['a', 'b', 'c', 'd'].map((letter) =>
    textRecipe(`mixture-${letter}`, {
      report: (random) => ({
        labels: randomLabelStyle(random),
        headings: random.pick(['usual', 'usual', 'shifted', 'no numbers', 'residue'] as const),
        traps: random.integer(0, 4),
        print: {
          blank: random.pick(['none', 'none', 'zeros', 'some zeros', 'regulations'] as const),
          blankTexts: random.pick([['/'], ['-', '—'], ['无'], ['']]),
        },
      }),
      text: (random) => ({
        layout: random.pick(TEXT_LAYOUTS),
        newline: random.pick(['\n', '\n', '\r\n'] as const),
        nbsp: random.chance(0.2),
        cutLabels: random.chance(0.2),
        encoding: random.pick(['utf-8', 'utf-8', 'gb18030', 'utf-8 bom'] as const),
      }),
      arrange: (_, random) => ({
        contents: random.chance(0.2),
        shapes: random.chance(0.2) ? [addTitleRow] : [],
      }),
    }),
  ),
  textRecipe('l0', {
    text: { layout: 'L2' },
    arrange: { missing: ['disclosure', 'applications', 'challenges'] },
  }),
  textRecipe('missing-challenges', {
    report: { edition: '2021' },
    text: anyLayout(['L2', 'L3p', 'L3']),
    arrange: { missing: ['challenges'] },
  }),
];

export const TEXT_RECIPES: readonly Recipe[] = [...full, ...lost, ...shown, ...variants];
