import type { Bitmap, Box } from './raster.ts';

/** Ink that hangs together: its box and how many pixels it has. */
export interface Component extends Box {
  readonly area: number;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly label: number;
}

/** The connected pieces of ink (8 neighbours), by runs and union-find in one pass. */
export function findComponents({ width, height, data }: Bitmap): readonly Component[] {
  const parents: number[] = [];
  const boxes: { left: number; top: number; right: number; bottom: number; area: number }[] = [];
  const rootOf = (label: number): number => {
    let root = label;
    while (parents[root] !== root) root = parents[root] as number;
    while (parents[label] !== root) {
      const next = parents[label] as number;
      parents[label] = root;
      label = next;
    }
    return root;
  };
  const absorb = (a: number, b: number): number => {
    const [keep, drop] = a < b ? [a, b] : [b, a];
    const into = boxes[keep];
    const from = boxes[drop];
    if (keep === drop || !into || !from) return keep;
    parents[drop] = keep;
    into.left = Math.min(into.left, from.left);
    into.top = Math.min(into.top, from.top);
    into.right = Math.max(into.right, from.right);
    into.bottom = Math.max(into.bottom, from.bottom);
    into.area += from.area;
    return keep;
  };
  let above: Run[] = [];
  for (let y = 0; y < height; y++) {
    const runs: Run[] = [];
    let candidate = 0;
    for (let x = 0; x < width; x++) {
      if (!data[y * width + x]) continue;
      const from = x;
      while (x < width && data[y * width + x]) x++;
      let label = parents.length;
      parents.push(label);
      boxes.push({ left: from, top: y, right: x, bottom: y + 1, area: x - from });
      while (candidate < above.length && (above[candidate] as Run).to < from) candidate++;
      for (let index = candidate; index < above.length && (above[index] as Run).from <= x; index++)
        label = absorb(rootOf((above[index] as Run).label), rootOf(label));
      runs.push({ from, to: x, label });
    }
    above = runs;
  }
  return boxes.filter((_, label) => parents[label] === label);
}
