import { load } from 'cheerio';
import type { ChildNode, Document, Element } from 'domhandler';
import { leanTree } from './lean-tree.ts';
import { isElement } from './visible.ts';

/** A page's tree, and what its tables print outside of every cell. */
export interface ParsedMarkup {
  readonly root: Document;
  /** Text and elements by table, in the order in which the parser moved them out of it. */
  readonly outside: ReadonlyMap<Element, readonly (ChildNode | string)[]>;
}

/**
 * A tree as browsers build it. What stands in a table but in none of its cells they show before the table (HTML Living
 * Standard, 13.2.6.1: foster parenting): a number whose `<td>` was lost would pass for prose if nobody said so.
 */
export function parseMarkup(markup: string): ParsedMarkup {
  const moved: { readonly table: ChildNode; readonly node: ChildNode | string }[] = [];
  const tree = leanTree();
  const treeAdapter: typeof tree = {
    ...tree,
    // The parser asks for these two in that case alone.
    insertBefore: (parent, node, table) => {
      moved.push({ table, node });
      tree.insertBefore(parent, node, table);
    },
    insertTextBefore: (parent, text, table) => {
      moved.push({ table, node: text });
      tree.insertTextBefore(parent, text, table);
    },
  };
  const root = load(markup, { treeAdapter }).root()[0] as unknown as Document;
  const outside = new Map<Element, (ChildNode | string)[]>();
  for (const { table, node } of moved) {
    if (!isElement(table)) continue;
    const known = outside.get(table) ?? [];
    outside.set(table, known);
    known.push(node);
  }
  return { root, outside };
}
