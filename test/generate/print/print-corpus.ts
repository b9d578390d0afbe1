import type { Truth } from '../document.ts';
import { renderDocx } from '../docx.ts';
import { HTML_RECIPES } from '../html-recipes.ts';
import { createRandom } from '../random.ts';
import { type ReportCase, reportCase } from '../report-case.ts';
import { OFFICE_LOOKS, officeOptions } from './office-styles.ts';
import { printByBrowser } from './print-by-browser.ts';
import { printByOffice } from './print-by-office.ts';
import { PRINT_STYLES } from './print-styles.ts';
import { printableHtml } from './printable-html.ts';

/** What each look is tried on, in turn. */
const RECIPES = [
  'plain-2021',
  'plain-2019',
  'subtotal',
  'other-one-row',
  'blank-mixed',
  'contents',
  'vertical',
  'merged-even',
  'title-row',
  'province',
  'plain-2019-wide',
  'anomaly-several',
  'hybrid',
  'labels-any',
  'note-row',
  'split-blank-header',
  'broken-header',
  'mismatch-processed',
  'mixture-c',
  'mismatch-carriedIn',
];

export type PrintedCase = { readonly truth: Truth; readonly html: Uint8Array };

const caseAt = (at: number, seed: number): ReportCase => {
  const name = RECIPES[(at + seed * 5) % RECIPES.length];
  const recipe = HTML_RECIPES.find((one) => one.name === `html-${name}`);
  if (!recipe) throw new Error(`no recipe ${name}`);
  return reportCase(recipe, seed + at);
};

const printed = ({ truth, html }: ReportCase, name: string): PrintedCase => ({
  truth: { ...truth, kind: 'pdf', file: `${name}.pdf`, published: null },
  html,
});

/** Reports in every look, printed by Chromium into a folder. */
export const printBrowserCorpus = async (
  chromium: string,
  folder: string,
  seed: number,
): Promise<readonly PrintedCase[]> => {
  const cases = PRINT_STYLES.map((style, at) => {
    const one = caseAt(at, seed);
    const name = `browser-${style.name}`;
    return { name, html: printableHtml(one, style, createRandom(seed + at)), truth: printed(one, name) };
  });
  await printByBrowser(chromium, cases, folder);
  return cases.map(({ truth }) => truth);
};

/** Reports as pages and as DOCX, printed by LibreOffice into a folder. */
export const printOfficeCorpus = async (
  soffice: string,
  folder: string,
  seed: number,
): Promise<readonly PrintedCase[]> => {
  const pages = PRINT_STYLES.filter(({ browserOnly }) => browserOnly !== true).map((style, at) => {
    const one = caseAt(at, seed);
    const name = `office-page-${style.name}`;
    const bytes = printableHtml(one, style, createRandom(seed + at));
    return { file: `${name}.html`, bytes, printed: printed(one, name) };
  });
  const documents = Object.entries(OFFICE_LOOKS).map(([look, dress], at) => {
    const one = caseAt(at + 3, seed);
    const name = `office-docx-${look}`;
    const bytes = renderDocx(one.report, one.blocks, officeOptions(dress), createRandom(seed + at));
    return { file: `${name}.docx`, bytes, printed: printed(one, name) };
  });
  const all = [...pages, ...documents];
  await printByOffice(soffice, all, folder);
  return all.map((one) => one.printed);
};
