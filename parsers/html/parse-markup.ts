import { load } from 'cheerio';
import type { ChildNode, Document, Element } from 'domhandler';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
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
  const treeAdapter: typeof adapter = {
    ...adapter,
    // The parser asks for these two in that case alone.
    insertBefore: (parent, node, table) => {
      moved.push({ table, node });
      adapter.insertBefore(parent, node, table);
    },
    insertTextBefore: (parent, text, table) => {
      moved.push({ table, node: text });
      adapter.insertTextBefore(parent, text, table);
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
