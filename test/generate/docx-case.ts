import type { Block } from './blocks.ts';
import type { Truth } from './document.ts';
import { docxOptions, renderDocx } from './docx.ts';
import { createRandom, type Random } from './random.ts';
import type { Recipe } from './recipe.ts';
import type { Report } from './report.ts';
import { reportCase } from './report-case.ts';
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
  const { truth, report, blocks, html } = reportCase(recipe, seed);
  const random = createRandom(seed).fork(recipe.name).fork('document').fork(kind);
  const bytes = RENDERERS[kind](report, blocks, random);
  return { truth: { ...truth, kind, file: `${truth.case}.${kind}`, published: null }, bytes, html };
};
