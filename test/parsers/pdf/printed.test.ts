import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../scrapers/find-chromium.ts';
import type { Cell } from '../../../src/model/cell.ts';
import { findOffice } from '../../generate/print/print-by-office.ts';
import {
  type PrintedCase,
  printBrowserCorpus,
  printOfficeCorpus,
} from '../../generate/print/print-corpus.ts';
import { extractBytes } from '../../golden/extract-fixture.ts';
import { scoreDocument } from '../../golden/score-document.ts';

/**
 * Every look printed by the programs themselves takes minutes: for GONGKAI_LONG=1, where a Chromium
 * (scripts/ensure-browser.mjs finds or installs one) and a LibreOffice are. Some of their PDFs stand in
 * test/fixtures/pdf and are read in every run.
 */
const LONG = process.env['GONGKAI_LONG'] !== undefined;
const SEED = Number(process.env['SEED'] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'gongkai-printed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const chromium = findChromium(process.env);
const soffice = findOffice();
const programs = [
  ['Chromium', chromium, () => printBrowserCorpus(chromium ?? '', folder, SEED)],
  ['LibreOffice', soffice, () => printOfficeCorpus(soffice ?? '', folder, SEED)],
] as const;

describe.each(programs)('printed by %s', (_, program, print) => {
  test.skipIf(!LONG || program === null)(
    'every cell is read as printed, and as from the page of the report',
    { timeout: 3_600_000 },
    async () => {
      const wrong: string[] = [];
      for (const one of await print()) wrong.push(...(await differences(one)));
      expect(wrong, `SEED=${SEED}`).toEqual([]);
    },
  );
});

/** What is not read as printed, or otherwise than from the page. */
async function differences({ truth, html }: PrintedCase): Promise<readonly string[]> {
  const said = `${truth.case} as ${truth.file}`;
  const printed = await extractBytes(readFileSync(join(folder, truth.file)));
  const score = Object.entries(scoreDocument(truth, printed)).flatMap(([kind, found]) =>
    (found as readonly string[]).map((one) => `${said}: ${kind} ${one}`),
  );
  const page = valuesOf((await extractBytes(html)).cells);
  const others = [...valuesOf(printed.cells)].flatMap(([variable, value]) =>
    value === page.get(variable) ? [] : [`${said}: ${variable} ${value}, in the page ${page.get(variable)}`],
  );
  return [...score, ...others];
}

const valuesOf = (cells: readonly Cell[]): ReadonlyMap<string, number | null> =>
  new Map(cells.map(({ variable, value }) => [variable, value]));
