import { type GeneratedDocument, generateDocument } from './document.ts';
import { HTML_RECIPES } from './html-recipes.ts';
import { createRandom } from './random.ts';
import type { DocumentKind, Recipe } from './recipe.ts';
import { TEXT_RECIPES } from './text-recipes.ts';
import { WILD_RECIPES } from './wild-recipes.ts';

export const RECIPES: readonly Recipe[] = [...HTML_RECIPES, ...TEXT_RECIPES, ...WILD_RECIPES];

export type CorpusOptions = {
  readonly seed: number;
  /** Documents a recipe. */
  readonly count: number;
  readonly kinds: readonly DocumentKind[];
  /** Only recipes whose name contains this. */
  readonly filter: string;
};

export const generateCase = (recipe: Recipe, seed: number): GeneratedDocument => {
  const name = `${recipe.name}-${seed}`;
  const random = createRandom(seed).fork(recipe.name);
  return generateDocument(name, recipe.plan(random), random.fork('document'));
};

export const generateCorpus = (options: CorpusOptions): readonly GeneratedDocument[] =>
  RECIPES.filter(
    (recipe) => options.kinds.includes(recipe.kind) && recipe.name.includes(options.filter),
  ).flatMap((recipe) =>
    Array.from({ length: options.count }, (_, at) => generateCase(recipe, options.seed + at)),
  );
