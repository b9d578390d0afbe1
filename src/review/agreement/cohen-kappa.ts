import { around, type Estimate, type Undefined } from './interval.ts';

/** What two persons said of the same thing. */
export type Pair = readonly [first: string, second: string];

/**
 * Cohen's kappa of two persons (Cohen 1960): agreement beyond what their own shares would give by chance, with the
 * interval of its large-sample standard error (Fleiss, Cohen and Everitt 1969). Undefined without units, and when both
 * only ever used one and the same category, where chance alone gives full agreement.
 */
export function cohenKappa(pairs: readonly Pair[]): Estimate | Undefined {
  if (pairs.length === 0) return 'no_units';
  const { agreed, first, second, cells, categories } = sharesOf(pairs);
  const chance = sum(categories.map((name) => first(name) * second(name)));
  if (1 - chance < Number.EPSILON * categories.length) return 'one_category';
  const kappa = (agreed - chance) / (1 - chance);
  const off = 1 - kappa;
  const diagonal = sum(
    categories.map((name) => cells(name, name) * (1 - (first(name) + second(name)) * off) ** 2),
  );
  const rest = sum(
    categories.flatMap((a) =>
      categories.filter((b) => b !== a).map((b) => cells(a, b) * (second(a) + first(b)) ** 2),
    ),
  );
  const variance =
    (diagonal + off ** 2 * rest - (kappa - chance * off) ** 2) / (1 - chance) ** 2 / pairs.length;
  return around(kappa, Math.sqrt(Math.max(0, variance)));
}

function sharesOf(pairs: readonly Pair[]) {
  const shareOf = (matches: (pair: Pair) => boolean) => pairs.filter(matches).length / pairs.length;
  return {
    categories: [...new Set(pairs.flat())],
    agreed: shareOf(([a, b]) => a === b),
    first: (name: string) => shareOf(([a]) => a === name),
    second: (name: string) => shareOf(([, b]) => b === name),
    cells: (one: string, other: string) => shareOf(([a, b]) => a === one && b === other),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
