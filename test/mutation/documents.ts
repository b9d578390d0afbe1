import { type Block, PLAIN_ARRANGEMENT, toBlocks } from '../generate/blocks.ts';
import { RECIPES } from '../generate/corpus.ts';
import type { Plan } from '../generate/document.ts';
import { docxOptions, renderDocx } from '../generate/docx.ts';
import { renderHtml } from '../generate/html.ts';
import { createRandom, type Random } from '../generate/random.ts';
import { makeReport, type Report } from '../generate/report.ts';
import type { Table } from '../generate/table.ts';
import { renderText } from '../generate/text.ts';
import { renderXlsx, xlsxOptions } from '../generate/xlsx.ts';
import { drawReport, randomStyle } from '../parsers/pdf/draw-report.ts';
import type { Rendering, Saved } from './mutant.ts';
import type { Printed } from './printed-truth.ts';
import { SAVED_FILES, savedFile } from './saved-files.ts';

/** A clean document before it has bytes. */
export type CleanDocument = {
  readonly rendering: Rendering;
  readonly blocks: readonly Block[];
  readonly render: (blocks: readonly Block[]) => Uint8Array;
  /** What is printed, where no blocks say it. */
  readonly printed?: ReadonlyMap<string, Printed>;
};

const HTML = [
  ...['plain-2021', 'plain-2019', 'plain-2019-wide', 'word-2021', 'cells-split-spans', 'unclosed', 'th-all'],
  ...['nested', 'lost-spans', 'lost-spans-2019', 'ragged', 'ragged-rowspan', 'vertical', 'broken-header'],
  ...['merged-even', 'merged-ragged', 'split-label', 'blank-empty', 'blank-slash', 'lost-spans-blank'],
  ...['subtotal', 'hybrid', 'labels-half', 'challenge-header', 'sub-cells', 'other-one-row', 'province'],
];
const TEXT = [
  ...['l1-2021', 'l2-2021', 'l3-2019', 'l3p-2021', 'l4-2019', 'l5-2021', 'l6-2019', 'l7-2021', 'l7-2019'],
  ...['l8-2021', 'l9-2021', 'l2-l3p-2021', 'l3p-blanks-shown', 'l2-blanks-shown', 'l3p-dashes', 'l3-2021'],
];
const DOCX = ['plain-2021', 'plain-2019', 'blank-empty', 'subtotal', 'hybrid', 'merged-even', 'vertical'];
const XLSX = ['plain-2021', 'plain-2019', 'blank-empty', 'subtotal', 'hybrid', 'merged-even', 'split-blank'];
const PDF = ['plain-2021', 'plain-2019', 'blank-empty', 'subtotal', 'hybrid', 'vertical', 'blank-slash'];

/** Names of clean documents: a rendering and a recipe of the generator. */
export const DOCUMENTS: readonly string[] = [
  ...HTML.map((name) => `html:html-${name}`),
  ...TEXT.map((name) => `text:text-${name}`),
  ...DOCX.map((name) => `docx:html-${name}`),
  ...XLSX.map((name) => `xlsx:html-${name}`),
  ...PDF.map((name) => `pdf:html-${name}`),
  ...SAVED_FILES,
];

export const isSaved = (rendering: Rendering): rendering is Saved =>
  rendering === 'doc' || rendering === 'xls';

export const renderingOf = (name: string): Rendering => name.split(':')[0] as Rendering;

type Render = (report: Report, blocks: readonly Block[], draw: Random, plan: Plan) => Uint8Array;

const RENDERERS: Readonly<Record<Exclude<Rendering, Saved>, Render>> = {
  html: (report, blocks, draw, { output }) => {
    if (output.kind !== 'html') throw new RangeError('the recipe is of a text');
    return renderHtml(report, blocks, output.options, draw);
  },
  text: (report, blocks, draw, { output }) => {
    if (output.kind !== 'text') throw new RangeError('the recipe is of a page');
    return renderText(report, blocks, output.options, draw);
  },
  docx: (report, blocks, draw) => renderDocx(report, blocks, docxOptions(draw.fork('options')), draw),
  xlsx: (_, blocks, draw) => renderXlsx(blocks, xlsxOptions(draw)),
  pdf: (report, blocks, draw) => drawReport(report.title, drawnBlocks(blocks), randomStyle(draw), true),
};

/** The title is drawn by the page itself. */
const drawnBlocks = (blocks: readonly Block[]): readonly (string | Table)[] =>
  blocks
    .filter((block) => block.kind === 'table' || (block.kind !== 'title' && block.text !== ''))
    .map((block) => (block.kind === 'table' ? block.table : block.text));

/** The document of a name and a seed, the same each time. */
export const cleanDocument = (name: string, seed: number): CleanDocument => {
  const [rendering, recipeName] = name.split(':') as [Rendering, string];
  if (isSaved(rendering)) {
    const { bytes, printed } = savedFile(rendering, recipeName);
    return { rendering, blocks: [], render: () => bytes, printed };
  }
  const recipe = RECIPES.find((one) => one.name === recipeName);
  if (!recipe) throw new RangeError(`no recipe ${recipeName}`);
  const plan = recipe.plan(createRandom(seed).fork(recipe.name));
  const random = createRandom(seed).fork(recipe.name).fork('document');
  const report = makeReport(plan.report, random.fork('report'));
  const blocks = toBlocks(report, { ...PLAIN_ARRANGEMENT, ...plan.arrange(report, random.fork('arrange')) });
  const render = (mutated: readonly Block[]): Uint8Array =>
    RENDERERS[rendering](report, mutated, random.fork('render'), plan);
  return { rendering, blocks, render };
};
