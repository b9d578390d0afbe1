import type { Element } from 'domhandler';
import { LIMITS } from '../limits.ts';
import { isTag } from './xml.ts';

/**
 * Text elements that belong to a field's instruction, not to its result (ECMA-376 part 1, 17.16.18): a nested
 * field's result inside an IF is never shown. A field that never ends hides nothing: better too much than too little.
 */
export function findFieldCodes(root: Element): ReadonlySet<Element> {
  const codes = new Set<Element>();
  const open: { instruction: boolean; texts: Element[] }[] = [];
  const keep = (): void => {
    for (const text of open.at(-1)?.texts ?? []) codes.add(text);
  };
  const visit = (element: Element, depth: number): void => {
    if (depth > LIMITS.depth) return;
    if (element.name === 'w:fldChar') {
      const type = element.attribs['w:fldCharType'];
      if (type === 'begin') open.push({ instruction: true, texts: [] });
      if (type === 'separate' || type === 'end') keep();
      if (type === 'separate') open.splice(-1, 1, { instruction: false, texts: [] });
      if (type === 'end') open.pop();
    } else if (element.name === 'w:t') {
      open.findLast((field) => field.instruction)?.texts.push(element);
    } else for (const child of element.children) if (isTag(child)) visit(child, depth + 1);
  };
  visit(root, 0);
  return codes;
}
