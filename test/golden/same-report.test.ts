import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scrapers/find-chromium.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { textOptions } from '../generate/defaults.ts';
import { docxOptions, renderDocx } from '../generate/docx.ts';
import { HTML_RECIPES } from '../generate/html-recipes.ts';
import { officeOptions } from '../generate/print/office-styles.ts';
import { printByBrowser } from '../generate/print/print-by-browser.ts';
import { findOffice, printByOffice } from '../generate/print/print-by-office.ts';
import { PRINT_STYLES } from '../generate/print/print-styles.ts';
import { printableHtml } from '../generate/print/printable-html.ts';
import { createRandom } from '../generate/random.ts';
import { type ReportCase, reportCase } from '../generate/report-case.ts';
import { renderText } from '../generate/text.ts';
import { losesBlanks, TEXT_LAYOUTS, type TextLayout } from '../generate/text-layouts.ts';
import { renderXlsx, xlsxOptions } from '../generate/xlsx.ts';
import { extractBytes } from './extract-fixture.ts';

const LONG = process.env['GONGKAI_LONG'] === '1';
const SEED = LONG ? Number(process.env['GONGKAI_SEED'] ?? Math.floor(Date.now() / 86_400_000)) : 1;
const PDFS = new URL('../fixtures/pdf/', import.meta.url);
/** The report of test/fixtures/pdf/same-report-*.pdf: some of its cells are blank. */
const STORED = { recipe: 'html-blank-empty', seed: 1 };

const caseOf = (name: string, seed: number): ReportCase => {
  const recipe = HTML_RECIPES.find((one) => one.name === name);
  if (!recipe) throw new RangeError(`no recipe ${name}`);
  return reportCase(recipe, seed);
};

const valuesOf = ({ cells }: Extraction): Readonly<Record<string, number | null>> =>
  Object.fromEntries(cells.map(({ variable, value }) => [variable, value]));

const asDocx = ({ report, blocks }: ReportCase): Uint8Array =>
  renderDocx(report, blocks, docxOptions(createRandom(SEED)), createRandom(SEED));
const asXlsx = ({ blocks }: ReportCase): Uint8Array => renderXlsx(blocks, xlsxOptions(createRandom(SEED)));
const asText = ({ report, blocks }: ReportCase, layout: TextLayout): Uint8Array =>
  renderText(report, blocks, textOptions({ layout }, createRandom(SEED)), createRandom(SEED));

/** What a text says that its page does not: nothing, but that some numbers' columns are not certain. */
function expectSameOrTold(text: Extraction, page: Extraction, said: string): void {
  const named = new Set(text.findings.flatMap(({ variables }) => variables));
  const printed = valuesOf(page);
  for (const { variable, value, status, imputed } of text.cells) {
    if (status === 'ambiguous') {
      expect(named.has(variable), `${said} ${variable}`).toBe(true);
      expect(imputed ?? null, `${said} ${variable}`).toBeOneOf([null, printed[variable] ?? 0]);
    } else expect(value, `${said} ${variable}`).toBe(printed[variable]);
  }
}

/** Each test reads a dozen documents; machines are shared. */
const PATIENCE = { timeout: 240_000 };

describe('the same report through every kind of document', PATIENCE, () => {
  test.each(['html-plain-2021', 'html-plain-2019', 'html-subtotal'])(
    '%s: page, DOCX, XLSX and text in every layout give the same values',
    async (recipe) => {
      const one = caseOf(recipe, SEED);
      const page = valuesOf(await extractBytes(one.html));
      expect(Object.values(page).filter((value) => value !== null).length).toBeGreaterThan(150);
      expect(valuesOf(await extractBytes(asDocx(one))), `SEED=${SEED}`).toEqual(page);
      expect(valuesOf(await extractBytes(asXlsx(one))), `SEED=${SEED}`).toEqual(page);
      for (const layout of TEXT_LAYOUTS)
        expect(valuesOf(await extractBytes(asText(one, layout))), `SEED=${SEED} ${layout}`).toEqual(page);
    },
  );

  test('with blank cells: page, PDF of a browser, PDF of an office program, DOCX and XLSX', async () => {
    const one = caseOf(STORED.recipe, STORED.seed);
    const page = valuesOf(await extractBytes(one.html));
    expect(Object.values(page).filter((value) => value === null).length).toBeGreaterThan(50);
    for (const file of ['same-report-browser.pdf', 'same-report-office.pdf'])
      expect(valuesOf(await extractBytes(readFileSync(new URL(file, PDFS)))), file).toEqual(page);
    expect(valuesOf(await extractBytes(asDocx(one)))).toEqual(page);
    expect(valuesOf(await extractBytes(asXlsx(one)))).toEqual(page);
  });

  test.each(TEXT_LAYOUTS)('with blank cells: text in layout %s, or it says what is open', async (layout) => {
    const one = caseOf(STORED.recipe, STORED.seed);
    const text = await extractBytes(asText(one, layout));
    expectSameOrTold(text, await extractBytes(one.html), layout);
    const isOpen = text.cells.some(({ status }) => status === 'ambiguous');
    expect(isOpen).toBe(losesBlanks(textOptions({ layout }, createRandom(SEED))));
  });
});

describe('the same report printed anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-same-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const chromium = findChromium(process.env);
  const soffice = findOffice();

  test.skipIf(!LONG || chromium === null || soffice === null)(
    'by Chromium and by LibreOffice, page and DOCX',
    { timeout: 600_000 },
    async () => {
      for (const recipe of ['html-plain-2021', 'html-plain-2019', 'html-blank-empty', 'html-mixture-c']) {
        const one = caseOf(recipe, SEED);
        const files = await printEverywhere(one, recipe, chromium ?? '', soffice ?? '', folder);
        const page = valuesOf(await extractBytes(one.html));
        for (const file of files)
          expect(valuesOf(await extractBytes(readFileSync(join(folder, file)))), `${SEED} ${file}`).toEqual(
            page,
          );
      }
    },
  );
});

async function printEverywhere(
  one: ReportCase,
  name: string,
  chromium: string,
  soffice: string,
  folder: string,
): Promise<readonly string[]> {
  const [style] = PRINT_STYLES;
  if (!style) throw new RangeError('no style to print in');
  const html = printableHtml(one, style, createRandom(SEED));
  const look = { outside: 'single', left: 'single', rows: 'single', columns: 'single', width: 4 };
  const office = officeOptions({ ...look, repeatHeader: false, wholeRows: false });
  await printByBrowser(chromium, [{ name: `${name}-browser`, html }], folder);
  await printByOffice(
    soffice,
    [
      { file: `${name}-page.html`, bytes: html },
      { file: `${name}-docx.docx`, bytes: renderDocx(one.report, one.blocks, office, createRandom(SEED)) },
    ],
    folder,
  );
  return [`${name}-browser.pdf`, `${name}-page.pdf`, `${name}-docx.pdf`];
}
