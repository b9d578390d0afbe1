import { type Block, PLAIN_ARRANGEMENT, toBlocks } from '../generate/blocks.ts';
import { RECIPES } from '../generate/corpus.ts';
import { docxOptions, renderDocx } from '../generate/docx.ts';
import { renderHtml } from '../generate/html.ts';
import { createRandom } from '../generate/random.ts';
import { makeReport } from '../generate/report.ts';
import { renderText } from '../generate/text.ts';
import type { Rendering } from './mutant.ts';

/** A clean document before it has bytes. */
export type CleanDocument = {
  readonly rendering: Rendering;
  readonly blocks: readonly Block[];
  readonly render: (blocks: readonly Block[]) => Uint8Array;
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

/** Names of clean documents: a rendering and a recipe of the generator. */
export const DOCUMENTS: readonly string[] = [
  ...HTML.map((name) => `html:html-${name}`),
  ...TEXT.map((name) => `text:text-${name}`),
  ...DOCX.map((name) => `docx:html-${name}`),
];

export const renderingOf = (name: string): Rendering => name.split(':')[0] as Rendering;

/** The document of a name and a seed, the same each time. */
export const cleanDocument = (name: string, seed: number): CleanDocument => {
  const [rendering, recipeName] = name.split(':') as [Rendering, string];
  const recipe = RECIPES.find((one) => one.name === recipeName);
  if (!recipe) throw new RangeError(`no recipe ${recipeName}`);
  const plan = recipe.plan(createRandom(seed).fork(recipe.name));
  const random = createRandom(seed).fork(recipe.name).fork('document');
  const report = makeReport(plan.report, random.fork('report'));
  const blocks = toBlocks(report, { ...PLAIN_ARRANGEMENT, ...plan.arrange(report, random.fork('arrange')) });
  const { output } = plan;
  const render = (mutated: readonly Block[]): Uint8Array => {
    const draw = random.fork('render');
    if (rendering === 'docx') return renderDocx(report, mutated, docxOptions(draw.fork('options')), draw);
    return output.kind === 'html'
      ? renderHtml(report, mutated, output.options, draw)
      : renderText(report, mutated, output.options, draw);
  };
  return { rendering, blocks, render };
};
