import type { NumberCounts } from '../../store/explore/variable-sums.ts';
import type { Bin } from '../charts/histogram-chart.ts';

export const countOf = (numbers: NumberCounts): number => numbers.reduce((sum, [, count]) => sum + count, 0);

/** The smallest number that is at least as large as this share of all: one that is there, never one in between. */
export function quantile(numbers: NumberCounts, share: number): number {
  const wanted = Math.max(1, Math.ceil(share * countOf(numbers)));
  let seen = 0;
  for (const [value, count] of numbers) {
    seen += count;
    if (seen >= wanted) return value;
  }
  return Number.NaN;
}

/** 0, 1, 2, 5, 10, 20, 50, … up to the largest. */
function edgesTo(largest: number): number[] {
  const edges = [0, 1, 2];
  for (let decade = 1; (edges.at(-1) ?? 0) <= largest; decade *= 10)
    edges.push(5 * decade, 10 * decade, 20 * decade);
  return edges;
}

/** How many numbers lie in each of the bins, without those after the last that holds any. */
export function binNumbers(numbers: NumberCounts, counted: boolean): Bin[] {
  const edges = edgesTo(numbers.at(-1)?.[0] ?? 0);
  const bins = edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? from;
    return { from, to, count: 0, label: labelOf(from, to, counted) };
  });
  const below = { from: Number.NEGATIVE_INFINITY, to: 0, count: 0, label: '< 0' };
  for (const [value, count] of numbers) {
    const bin = bins.find(({ from, to }) => value >= from && value < to) ?? below;
    bin.count += count;
  }
  const last = bins.findLastIndex(({ count }) => count > 0);
  const used = [...(below.count > 0 ? [below] : []), ...bins.slice(0, last + 1)];
  return used.map((bin) => ({ ...bin, tip: `${bin.label}: ${bin.count}` }));
}

function labelOf(from: number, to: number, counted: boolean): string {
  if (counted) return to - from === 1 ? String(from) : `${from}–${to - 1}`;
  return `${from}–<${to}`;
}
