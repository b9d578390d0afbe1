import type { ChildNode, Element } from 'domhandler';
import { type ParsedMarkup, parseMarkup } from './parse-markup.ts';

/** The page that a frame's own attribute holds (HTML, 4.8.5: srcdoc), below its frame: places lead through it. */
export function openFrame(
  frame: Element,
  markup: string,
): { readonly children: readonly ChildNode[]; readonly outside: ParsedMarkup['outside'] } {
  const { root, outside } = parseMarkup(markup);
  const { children } = root;
  for (const child of children) child.parent = frame;
  return { children, outside };
}
