import { type Block, PLAIN_ARRANGEMENT, toBlocks } from './blocks.ts';
import { generateCase } from './corpus.ts';
import type { Truth } from './document.ts';
import { docxOptions, renderDocx } from './docx.ts';
import { createRandom, type Random } from './random.ts';
import type { Recipe } from './recipe.ts';
import { makeReport, type Report } from './report.ts';
import { renderXlsx, xlsxOptions } from './xlsx.ts';

export type OfficeCase = { readonly truth: Truth; readonly bytes: Uint8Array; readonly html: Uint8Array };

const RENDERERS = {
  docx: (report: Report, blocks: readonly Block[], random: Random) =>
    renderDocx(report, blocks, docxOptions(random), random.fork('cells')),
  xlsx: (_: Report, blocks: readonly Block[], random: Random) => renderXlsx(blocks, xlsxOptions(random)),
} as const;
export type OfficeKind = keyof typeof RENDERERS;

/** The report of an HTML recipe and seed, as a page and as an office document: the same figures in the same tables. */
export const officeCase = (recipe: Recipe, seed: number, kind: OfficeKind): OfficeCase => {
  const { truth, bytes: html } = generateCase(recipe, seed);
  const plan = recipe.plan(createRandom(seed).fork(recipe.name));
  const random = createRandom(seed).fork(recipe.name).fork('document');
  const report = makeReport(plan.report, random.fork('report'));
  const blocks = toBlocks(report, { ...PLAIN_ARRANGEMENT, ...plan.arrange(report, random.fork('arrange')) });
  const bytes = RENDERERS[kind](report, blocks, random.fork(kind));
  return { truth: { ...truth, kind, file: `${truth.case}.${kind}`, published: null }, bytes, html };
};
