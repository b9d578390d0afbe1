import type { ChildNode, Document, Element } from 'domhandler';

/** What parsers/html never reads or what only runs: gone with its content. */
const GONE = new Set([
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'head',
    'title',
    'meta',
    'link',
    'base',
    'object',
    'embed',
    'svg',
  ],
  ...[
    'math',
    'select',
    'option',
    'audio',
    'video',
    'canvas',
    'applet',
    'param',
    'source',
    'track',
    'noembed',
  ],
  'noframes',
]);

/** Attributes that say how a cell looks or what a picture is; the sanitiser judges their values. */
const KEPT = new Set([
  ...[
    'style',
    'align',
    'valign',
    'width',
    'height',
    'bgcolor',
    'dir',
    'lang',
    'hidden',
    'colspan',
    'rowspan',
  ],
  ...[
    'nowrap',
    'border',
    'cellpadding',
    'cellspacing',
    'span',
    'color',
    'size',
    'start',
    'type',
    'src',
    'alt',
  ],
  'value',
]);

export interface StripLimits {
  readonly elements: number;
  readonly depth: number;
}

/**
 * Takes out of a tree what is never shown, and every attribute by which a page could pass for ours (ids, classes, data).
 * Returns false when the tree is larger than the parsers read and was cut there.
 */
export function stripTree(root: Document, { elements, depth }: StripLimits): boolean {
  let left = elements;
  let whole = true;
  const stack: { readonly parent: Document | Element; readonly depth: number }[] = [
    { parent: root, depth: 0 },
  ];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const kept = entry.parent.children.filter((child) => {
      if (child.type === 'text') return true;
      if (!isElement(child) || GONE.has(child.name)) return false;
      if (left <= 0) whole = false;
      return left-- > 0;
    });
    adopt(entry.parent, kept);
    for (const child of kept) {
      if (!isElement(child)) continue;
      child.attribs = Object.fromEntries(Object.entries(child.attribs).filter(([name]) => KEPT.has(name)));
      if (entry.depth < depth) stack.push({ parent: child, depth: entry.depth + 1 });
      else {
        adopt(child, []);
        whole = false;
      }
    }
  }
  return whole;
}

/** Gives an element other children: neighbours and parents are told. */
export function adopt(parent: Document | Element, children: readonly ChildNode[]): void {
  parent.children = [...children];
  for (const [index, child] of children.entries()) {
    child.parent = parent;
    child.prev = children[index - 1] ?? null;
    child.next = children[index + 1] ?? null;
  }
}

export const isElement = (node: ChildNode): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';
