import { type Block, PLAIN_ARRANGEMENT, toBlocks } from './blocks.ts';
import { generateCase } from './corpus.ts';
import type { Truth } from './document.ts';
import { createRandom } from './random.ts';
import type { Recipe } from './recipe.ts';
import { makeReport, type Report } from './report.ts';

/** A generated report before any format is chosen, with its truth and its own page. */
export type ReportCase = {
  readonly truth: Truth;
  readonly report: Report;
  readonly blocks: readonly Block[];
  readonly html: Uint8Array;
};

/** The report of an HTML recipe and seed: whatever is made of `blocks` says the same as the page. */
export const reportCase = (recipe: Recipe, seed: number): ReportCase => {
  const { truth, bytes: html } = generateCase(recipe, seed);
  const plan = recipe.plan(createRandom(seed).fork(recipe.name));
  const random = createRandom(seed).fork(recipe.name).fork('document');
  const report = makeReport(plan.report, random.fork('report'));
  const blocks = toBlocks(report, { ...PLAIN_ARRANGEMENT, ...plan.arrange(report, random.fork('arrange')) });
  return { truth, report, blocks, html };
};
