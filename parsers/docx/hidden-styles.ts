import type { Element } from 'domhandler';
import { childOf, isOn, isTag, parseXml } from './xml.ts';
import { readZipEntry, type Zip } from './zip.ts';

/** Whether text in a style is hidden (w:vanish), by the style's id. */
export type HiddenStyles = ReadonlyMap<string, boolean>;

const STYLES = 'word/styles.xml';
const LONGEST_CHAIN = 50;

/** The styles that hide their text, directly or through the style they are based on (ECMA-376 part 1, 17.7.4). */
export function readHiddenStyles(zip: Zip): HiddenStyles {
  const bytes = readZipEntry(zip, STYLES);
  if (!bytes) return new Map();
  const styles = new Map<string, Element>();
  for (const style of parseXml(bytes, STYLES).children) {
    const id = isTag(style) && style.name === 'w:style' ? style.attribs['w:styleId'] : undefined;
    if (id !== undefined && isTag(style)) styles.set(id, style);
  }
  return new Map([...styles].map(([id]) => [id, isHidden(id, styles)]));
}

function isHidden(id: string, styles: ReadonlyMap<string, Element>): boolean {
  let style = styles.get(id);
  for (let step = 0; style && step < LONGEST_CHAIN; step++) {
    const vanish = isOn(childOf(childOf(style, 'w:rPr'), 'w:vanish'));
    if (vanish !== undefined) return vanish;
    style = styles.get(childOf(style, 'w:basedOn')?.attribs['w:val'] ?? '');
  }
  return false;
}
