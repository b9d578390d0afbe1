import { type Box, containsPoint, growBox, height, intersectBox, width } from './box.ts';
import { centreX, centreY } from './character.ts';
import { mergeRules, type Rule, type Rules } from './find-rules.ts';
import { THIN_PT } from './paint-boxes.ts';

/** Shading beyond this share of the page is its background. */
const PAGE_SHARE = 0.6;
const SHORTEST_PT = 8;
/** Of the cells that shading makes, the share that may lie outside it. */
const BARE_SHARE = 0.1;

/**
 * Shaded boxes that may be cells: those that touch a ruled table say nothing that its lines do not say better, and
 * are left out.
 */
export function findShades(boxes: readonly Box[], ruled: readonly Box[], pageArea: number): readonly Box[] {
  return boxes.filter(
    (box) =>
      width(box) > SHORTEST_PT &&
      height(box) > SHORTEST_PT &&
      width(box) * height(box) < pageArea * PAGE_SHARE &&
      !ruled.some((table) => intersectBox(growBox(table, THIN_PT), box) !== null),
  );
}

/** The sides of shaded boxes as candidate lines, for tables that are shaded and not ruled (tables.md 6.2). */
export function shadingRules(shades: readonly Box[]): Rules {
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  for (const { x0, y0, x1, y1 } of shades) {
    horizontal.push({ at: y0, from: x0, to: x1 }, { at: y1, from: x0, to: x1 });
    vertical.push({ at: x0, from: y0, to: y1 }, { at: x1, from: y0, to: y1 });
  }
  return { horizontal: mergeRules(horizontal), vertical: mergeRules(vertical) };
}

/** Whether shading covers the cells it makes. Office programs shade the lines of a text: that leaves holes. */
export function isShaded(cells: readonly { readonly box: Box }[], shades: readonly Box[]): boolean {
  const bare = cells.filter(
    ({ box }) => !shades.some((shade) => containsPoint(shade, centreX(box), centreY(box))),
  );
  return bare.length <= cells.length * BARE_SHARE;
}
