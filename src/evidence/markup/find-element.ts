import type { ChildNode, Document, Element } from 'domhandler';

const STEP = /^([^:\s]*)(?::(nth-of-type|nth-child)\((\d+)\))?$/;

/**
 * The element at a place as parsers/html tells it: steps from the root by position. Undefined when the tree has none
 * there: the page is another one, or was parsed in another way.
 */
export function findElement(root: Document, path: string): Element | undefined {
  let at: Document | Element | undefined = root;
  for (const step of path.split(' > ')) {
    const [, name = '', by, number = '1'] = STEP.exec(step) ?? [];
    const children: Element[] = at.children.filter(isTag);
    const candidates =
      by === 'nth-child' || name === '' ? children : children.filter((one) => one.name === name);
    at = candidates[Number(number) - 1];
    if (!at) return undefined;
  }
  return at as Element;
}

const isTag = (node: ChildNode): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';
