import { render } from 'dom-serializer';
import { type ChildNode, type Document, Element, Text } from 'domhandler';
import { bytesOfTaken } from '../../../parsers/html/inline-data.ts';
import { openFrame } from '../../../parsers/html/open-frame.ts';
import { openPage } from '../../../parsers/html/open-page.ts';
import { LIMITS } from '../../../parsers/limits.ts';
import type { LitPlace } from '../evidence.ts';
import { EVIDENCE_WORDS, type EvidenceWords } from '../words.ts';
import { findElement } from './find-element.ts';
import { rasterType } from './raster-type.ts';
import { LIT_ID, MARK, sanitise } from './sanitise.ts';
import { adopt, isElement, stripTree } from './strip-tree.ts';

/** The body of a copy that may be shown, and which places were found in it. */
export interface PageCopy {
  readonly markup: string;
  readonly lit: readonly boolean[];
  /** False when the page is larger than the parsers read, and was cut there. */
  readonly whole: boolean;
}

/** More frames in frames are no report. */
const MOST_FRAMES = 50;

/**
 * A copy of a page without scripts and without anything that would be fetched, its cells lit. The page is parsed as
 * the parsers do it, the places are looked up in that very tree, and only then is anything taken out.
 *
 * @returns null for a page that is too large to be read
 */
export function copyPage(text: string, places: readonly LitPlace[], lang: 'zh' | 'en'): PageCopy | null {
  const page = openPage(text);
  if ('characters' in page) return null;
  const { root, data } = page;
  openFrames(root);
  const found = places.map(({ source }) =>
    source.kind === 'html' ? findElement(root, source.path) : undefined,
  );
  const pictures = pastedPictures(root, data);
  const whole = stripTree(root, LIMITS);
  for (const element of elementsOf(root)) replace(element, pictures, EVIDENCE_WORDS[lang]);
  light(found, places);
  return {
    markup: sanitise(render(root, { encodeEntities: 'utf8' })),
    lit: found.map((element) => element !== undefined),
    whole,
  };
}

/** Hangs what frames hold in their own attribute below them, as the parser does while it walks. */
function openFrames(root: Document): void {
  let left = MOST_FRAMES;
  for (const element of elementsOf(root)) {
    const { srcdoc } = element.attribs;
    if (element.name !== 'iframe' || srcdoc === undefined || left-- <= 0) continue;
    adopt(element, openFrame(element, srcdoc).children);
  }
}

/** Every element below a node in the order of the page; children that are hung in meanwhile are among them. */
function* elementsOf(root: Document): Generator<Element> {
  const stack: ChildNode[] = root.children.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
}

/** Addresses of the pictures that the page itself holds, by what their bytes are and not by what they say. */
function pastedPictures(root: Document, data: readonly string[]): ReadonlyMap<Element, string> {
  const pictures = new Map<Element, string>();
  for (const element of elementsOf(root)) {
    if (element.name !== 'img') continue;
    const bytes = bytesOfTaken(element.attribs['src'] ?? '', data);
    const type = bytes && rasterType(bytes);
    if (bytes && type) pictures.set(element, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return pictures;
}

/** A body within the copy would give its attributes to the copy's own; old names of preformatted text read as markup. */
const INSTEAD: Readonly<Record<string, string>> = {
  ...{
    html: 'div',
    body: 'div',
    xmp: 'pre',
    listing: 'pre',
    plaintext: 'pre',
    button: 'span',
    label: 'span',
  },
  ...{ form: 'div', marquee: 'div', ucapcontent: 'div', details: 'div', summary: 'div', frameset: 'div' },
};

/** Pictures that would be fetched, frames and fields become what a reader saw of them. */
function replace(element: Element, pictures: ReadonlyMap<Element, string>, words: EvidenceWords): void {
  const { name, attribs } = element;
  if (name === 'img') {
    const own = pictures.get(element);
    if (own !== undefined) element.attribs = { ...attribs, src: own };
    else if (!attribs['src']?.startsWith('data:image/'))
      become(element, 'span', 'picture', words.picture(attribs['alt'] ?? ''));
  } else if (name === 'iframe' || name === 'frame') {
    if (element.children.some(isElement)) become(element, 'div', 'frame');
    else become(element, 'div', 'frame', words.frame);
  } else if (name === 'input' && /^(?:text|number)?$/i.test(attribs['type'] ?? '')) {
    become(element, 'span', 'field', attribs['value'] ?? '');
  } else {
    element.name = INSTEAD[name] ?? name;
  }
}

function become(element: Element, name: string, mark: string, text?: string): void {
  const { style, width, height } = element.attribs;
  element.name = name;
  element.attribs = {
    [MARK]: mark,
    ...(style === undefined ? {} : { style }),
    ...(mark === 'picture' && width !== undefined && height !== undefined ? { width, height } : {}),
  };
  if (text !== undefined) adopt(element, [new Text(text)]);
}

function light(found: readonly (Element | undefined)[], places: readonly LitPlace[]): void {
  let first = true;
  for (const [index, element] of found.entries()) {
    if (!element) continue;
    const chosen = places[index]?.chosen === true;
    element.attribs = {
      ...element.attribs,
      [MARK]: chosen ? 'chosen' : (element.attribs[MARK] ?? 'beside'),
      ...(chosen && first ? { id: LIT_ID } : {}),
    };
    first &&= !chosen;
    const table = tableAround(element);
    if (table) table.attribs = { ...table.attribs, [MARK]: 'grid' };
  }
}

function tableAround(element: Element): Element | undefined {
  for (let node = element.parent; node && node.type !== 'root'; node = node.parent)
    if (node instanceof Element && node.name === 'table') return node;
  return undefined;
}
