import type { Element } from 'domhandler';
import { childOf, isOn, isTag } from './xml.ts';

/** What may stand between a table and its rows, or a row and its cells: content controls, revisions, markup. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);
const DEEPEST_WRAPPING = 20;

/** The rows of a table as printed: neither deleted ones (17.13.5.12) nor hidden ones (17.4.20). */
export function rowElements(table: Element): readonly Element[] {
  return unwrapped(table, 'w:tr', 0).filter((row) => {
    const properties = childOf(row, 'w:trPr');
    return !childOf(properties, 'w:del') && !isOn(childOf(properties, 'w:hidden'));
  });
}

/** The cells of a row, without those whose deletion is recorded (17.13.5.1). */
export function cellElements(row: Element): readonly Element[] {
  return unwrapped(row, 'w:tc', 0).filter((cell) => !childOf(childOf(cell, 'w:tcPr'), 'w:cellDel'));
}

function unwrapped(parent: Element, name: string, depth: number): readonly Element[] {
  return parent.children.flatMap((child) => {
    if (!isTag(child)) return [];
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) && depth < DEEPEST_WRAPPING ? unwrapped(child, name, depth + 1) : [];
  });
}
