import { type ChildNode, Element, isText, type ParentNode, Text } from 'domhandler';
import { adapter } from 'parse5-htmlparser2-tree-adapter';

/** As `Object.create(null)`, which has a hash table of its own in each object; these share their shapes. */
const Attributes = function Attributes() {} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null);

/**
 * What builds one page's tree: as cheerio builds it, of lighter elements. A word processor writes thousands of them,
 * and to clear them away takes longer than to read what they say. The parser hands over each text as a chain of its
 * characters, here a style is one string for all elements that print it; most elements have one child, not sixteen;
 * and where no attribute has a namespace there is no table of namespaces.
 */
export function leanTree(): typeof adapter {
  const printed = new Map<string, string>();
  const once = (text: string): string => {
    const known = printed.get(text);
    if (known === undefined) printed.set(text, text);
    return known ?? text;
  };
  return {
    ...adapter,
    createElement(tag, namespace, attributes) {
      if (attributes.some((attribute) => attribute.namespace !== undefined))
        return adapter.createElement(tag, namespace, attributes);
      const attribs = new Attributes();
      for (const { name, value } of attributes) attribs[name] = once(value);
      const element = new Element(tag, attribs, []);
      element.namespace = namespace;
      return element;
    },
    // A second <html> or <body> adds to the first, which has no table of namespaces to write to.
    adoptAttributes(element, attributes) {
      for (const { name, value } of attributes) element.attribs[name] ??= once(value);
    },
    appendChild,
    insertText(parent, text) {
      const last = parent.children.at(-1);
      if (last && isText(last)) last.data += text;
      else appendChild(parent, new Text(whole(text)));
    },
  };
}

function appendChild(parent: ParentNode, node: ChildNode): void {
  const last = parent.children.at(-1);
  if (last) {
    last.next = node;
    node.prev = last;
    parent.children.push(node);
  } else parent.children = [node];
  node.parent = parent;
}

/** The same text, no more a chain: to ask for a character makes one piece of it. */
function whole(text: string): string {
  text.charCodeAt(0);
  return text;
}
