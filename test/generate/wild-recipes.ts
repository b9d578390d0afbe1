import { MIRROR_NAMES } from './mirrors.ts';
import { htmlRecipe, type Recipe, textRecipe } from './recipe.ts';
import { TEXT_LAYOUTS } from './text-layouts.ts';
import { digitsOverCells, remarkColumn, wrongCornerSplit } from './wild-shapes.ts';

/** Shapes met on published pages (wild.md) that come of no habit of one tool. */
export const WILD_RECIPES: readonly Recipe[] = [
  ...MIRROR_NAMES.map((mirror) =>
    htmlRecipe(`mirror-${mirror.replaceAll(' ', '-')}`, { report: { traps: 0 }, html: { mirror } }),
  ),
  htmlRecipe('framed', { html: { framed: true } }),
  htmlRecipe('digits-over-cells', { arrange: { shapes: [digitsOverCells] } }),
  htmlRecipe('remarks', { arrange: { shapes: [remarkColumn('')] } }),
  htmlRecipe('remarks-words', { arrange: { shapes: [remarkColumn('含街道办事处')] } }),
  htmlRecipe('remarks-number', { arrange: { shapes: [remarkColumn('12')] } }),
  htmlRecipe('wrong-corner', { arrange: wrongCornerSplit }),
  textRecipe('remarks', {
    text: (random) => ({ layout: random.pick(TEXT_LAYOUTS) }),
    arrange: { shapes: [remarkColumn('')] },
  }),
  textRecipe('wrong-corner', {
    text: (random) => ({ layout: random.pick(['L2', 'L3', 'L3p', 'L4', 'L5', 'L9'] as const) }),
    arrange: wrongCornerSplit,
  }),
  htmlRecipe('cover', { arrange: { cover: true } }),
  textRecipe('cover', {
    text: (random) => ({ layout: random.pick(TEXT_LAYOUTS) }),
    arrange: { cover: true },
  }),
  htmlRecipe('lost-dates', { report: { period: 'lost' } }),
  htmlRecipe('lost-dates-untitled', { report: { period: 'lost' }, arrange: { titled: false } }),
  textRecipe('lost-dates', {
    report: { period: 'lost' },
    text: (random) => ({ layout: random.pick(TEXT_LAYOUTS) }),
  }),
];
