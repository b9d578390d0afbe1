import { type Box, growBox, height, intersectBox, width } from './box.ts';
import { mergeRules, type Rule, type Rules } from './find-rules.ts';
import { THIN_PT } from './paint-boxes.ts';

/** Shading beyond this share of the page is its background. */
const PAGE_SHARE = 0.6;
const SHORTEST_PT = 8;

/**
 * The sides of shaded boxes as candidate lines, for tables that are shaded and not ruled (tables.md 6.2): boxes
 * that touch a ruled table say nothing that its lines do not say better, and are left out.
 */
export function shadingRules(boxes: readonly Box[], ruled: readonly Box[], pageArea: number): Rules {
  const shades = boxes.filter(
    (box) =>
      width(box) > SHORTEST_PT &&
      height(box) > SHORTEST_PT &&
      width(box) * height(box) < pageArea * PAGE_SHARE &&
      !ruled.some((table) => intersectBox(growBox(table, THIN_PT), box) !== null),
  );
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  for (const { x0, y0, x1, y1 } of shades) {
    horizontal.push({ at: y0, from: x0, to: x1 }, { at: y1, from: x0, to: x1 });
    vertical.push({ at: x0, from: y0, to: y1 }, { at: x1, from: y0, to: y1 });
  }
  return { horizontal: mergeRules(horizontal), vertical: mergeRules(vertical) };
}
