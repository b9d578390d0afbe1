import { expect, test } from 'vitest';
import type { Cell } from '../../../src/model/cell.ts';
import { extractDocument } from '../../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { type OfficeKind, officeCase } from '../../generate/docx-case.ts';
import { HTML_RECIPES } from '../../generate/html-recipes.ts';
import type { Recipe } from '../../generate/recipe.ts';
import { scoreDocument } from '../../golden/score-document.ts';

/** New documents every day in the long run; a failure names the seed. */
const LONG = process.env['GONGKAI_LONG'] === '1';
const SEED = LONG ? Number(process.env['GONGKAI_SEED'] ?? Math.floor(Date.now() / 86_400_000)) : 1;
const gazetteer = loadGazetteer();

/** Blank cells of ragged rows are no cells at all in a sheet: nothing says which column the numbers belong to. */
const LOST_IN_SHEETS = /ragged.*blank|blank.*ragged/;

const valuesOf = (cells: readonly Cell[]) =>
  Object.fromEntries(cells.map(({ variable, value }) => [variable, value]));

/** Every recipe in both kinds is for the nightly run; else they take turns. */
const isDue = (recipe: number, kind: number): boolean =>
  process.env['GONGKAI_LONG'] !== undefined || (recipe + kind + SEED) % 2 === 0;

const CASES = HTML_RECIPES.flatMap((recipe, at) =>
  (['docx', 'xlsx'] as const)
    .filter((_, kind) => isDue(at, kind))
    .map((kind): [string, OfficeKind, Recipe] => [recipe.name, kind, recipe]),
);

test.each(CASES)('%s as %s says what the page says', async (name, kind, recipe) => {
  const { truth, bytes, html } = officeCase(recipe, SEED, kind);
  const office = await extractDocument(bytes, {}, { gazetteer });
  const score = scoreDocument(truth, office);
  expect(score.silent, `seed ${SEED}`).toEqual([]);
  if (kind === 'xlsx' && LOST_IN_SHEETS.test(name)) return;
  expect([score.inexact, score.missed, score.falseAlarms], `seed ${SEED}`).toEqual([[], [], []]);
  const page = await extractDocument(html, {}, { gazetteer });
  expect(valuesOf(office.cells), `seed ${SEED}`).toEqual(valuesOf(page.cells));
});
