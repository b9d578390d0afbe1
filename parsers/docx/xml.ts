import { load } from 'cheerio';
import type { ChildNode, Document, Element } from 'domhandler';
import { decodeText } from '../decode.ts';
import { LIMITS } from '../limits.ts';
import { isWellFormed } from './is-well-formed.ts';
import { RefusedFile } from './refused-file.ts';

/** Namespaces of ECMA-376 (transitional, then strict) and the prefix that everybody writes for them. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
};
const DECLARATION = /\sxmlns(?::([\w.-]{1,40}))?\s{0,3}=\s{0,3}(?:"([^"]{0,200})"|'([^']{0,200})')/g;
/** An office document spends some thirty elements on one cell: more than a page does. */
const MOST_ELEMENTS = 3 * LIMITS.elements;

/** Bytes of an XML part → its root element, names with the prefixes of PREFIXES. Throws RefusedFile. */
export function parseXml(bytes: Uint8Array, part: string): Element {
  const { text, undecodable } = decodeText(bytes);
  if (text.length > LIMITS.characters * 2) {
    throw new RefusedFile('too_large', { characters: text.length, most: LIMITS.characters * 2 });
  }
  if (countTags(text) > MOST_ELEMENTS * 2)
    throw new RefusedFile('too_large', { bytes: part, most: MOST_ELEMENTS });
  const broken = new RefusedFile('unreadable', {
    reason: `${part} 不是完整的 XML / ${part} is no complete XML`,
  });
  if (undecodable > 0 || !isWellFormed(text)) throw broken;
  const root = (load(text, { xml: true }).root()[0] as unknown as Document).children.find(isTag);
  if (!root) throw broken;
  const renamed = otherPrefixes(text);
  if (renamed.size > 0) rename(root, renamed);
  return root;
}

export const isTag = (node: ChildNode): node is Element => node.type === 'tag';

/** The first child of that name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child): child is Element => isTag(child) && child.name === name);
}

/** The children of that name. */
export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return (element?.children ?? []).filter((child): child is Element => isTag(child) && child.name === name);
}

/** The characters directly inside an element. */
export const textOf = (element: Element): string =>
  element.children
    .map((child) =>
      child.type === 'text' ? child.data : child.type === 'cdata' ? textOf(child as unknown as Element) : '',
    )
    .join('');

/** CT_OnOff (ECMA-376 part 1, 17.17.4): a property that is there is on unless it says otherwise. */
export function isOn(property: Element | undefined): boolean | undefined {
  if (!property) return undefined;
  const value = property.attribs['w:val'];
  return value === undefined || !['0', 'false', 'off'].includes(value);
}

function countTags(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) count++;
  return count;
}

/** Prefixes that this document binds to a namespace which usually has another. */
function otherPrefixes(text: string): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const [, prefix = '', double, single] of text.matchAll(DECLARATION)) {
    const usual = PREFIXES[double ?? single ?? ''];
    if (usual !== undefined && usual !== prefix) renamed.set(prefix, usual);
  }
  return renamed;
}

function rename(root: Element, renamed: ReadonlyMap<string, string>): void {
  const usualName = (name: string, bare: boolean): string => {
    const colon = name.indexOf(':');
    const usual = colon === -1 && bare ? undefined : renamed.get(colon === -1 ? '' : name.slice(0, colon));
    if (usual === undefined) return name;
    const local = name.slice(colon + 1);
    return usual === '' ? local : `${usual}:${local}`;
  };
  const open: Element[] = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    element.name = usualName(element.name, false);
    element.attribs = Object.fromEntries(
      Object.entries(element.attribs).map(([name, value]) => [usualName(name, true), value]),
    );
    for (const child of element.children) if (isTag(child)) open.push(child);
  }
}
