import type { Element } from 'domhandler';
import { childOf, isTag, parseXml } from './xml.ts';
import { readZipEntry, type Zip } from './zip.ts';

/** What each style says of how text is seen: its properties of PROPERTIES by name, by the style's id. */
export type RunStyles = ReadonlyMap<string, ReadonlyMap<string, Element>>;

/** Properties by which text is hidden or is no part of the number beside it (ECMA-376 part 1, 17.3.2). */
export const PROPERTIES = [
  'w:vanish',
  'w:specVanish',
  'w:strike',
  'w:dstrike',
  'w:vertAlign',
  'w:position',
  'w:sz',
  'w:color',
  'w14:textFill',
  'w:shd',
  'w:highlight',
] as const;
export type PropertyName = (typeof PROPERTIES)[number];

const STYLES = 'word/styles.xml';
const LONGEST_CHAIN = 50;

/** The properties of every style, its own before those of the style that it is based on (17.7.4). */
export function readRunStyles(zip: Zip): RunStyles {
  const bytes = readZipEntry(zip, STYLES);
  if (!bytes) return new Map();
  const styles = new Map<string, Element>();
  for (const style of parseXml(bytes, STYLES).children) {
    const id = isTag(style) && style.name === 'w:style' ? style.attribs['w:styleId'] : undefined;
    if (id !== undefined && isTag(style)) styles.set(id, style);
  }
  return new Map([...styles].map(([id]) => [id, propertiesOf(id, styles)]));
}

function propertiesOf(id: string, styles: ReadonlyMap<string, Element>): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  let style = styles.get(id);
  for (let step = 0; style && step < LONGEST_CHAIN; step++) {
    const own = childOf(style, 'w:rPr');
    for (const name of own ? PROPERTIES : []) {
      const property = childOf(own, name);
      if (property && !found.has(name)) found.set(name, property);
    }
    style = styles.get(childOf(style, 'w:basedOn')?.attribs['w:val'] ?? '');
  }
  return found;
}
