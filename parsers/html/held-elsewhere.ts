import type { ChildNode, Element } from 'domhandler';
import type { HeldElsewhere } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { isReportTitle } from '../metadata-title.ts';
import { cleanText } from '../normalise-label.ts';
import { yearsIn } from '../read-dates.ts';
import { isPicture } from './cell-text.ts';
import { isElement, isHidden } from './visible.ts';

const FILE = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|rtf|zip|rar|txt)(?:$|[?#])/i;
/** What shows another document in its place, and the attribute that names it. */
const FRAMES: Readonly<Record<string, string>> = { iframe: 'src', embed: 'src', object: 'data' };

interface Search {
  readonly title: string;
  readonly found: { frames: number; files: number; pictures: number };
  isBelow: boolean;
  others: number;
  elements: number;
}

/**
 * What a page shows below its headline in place of the report's text: other documents in frames, files to be
 * downloaded, pictures. Icons of the site lead somewhere, so pictures in links are not counted; a page that offers
 * files of other reports is a list of them and holds none of its own.
 */
export function findHeldElsewhere(children: readonly ChildNode[], title: string): HeldElsewhere {
  const found = { frames: 0, files: 0, pictures: 0 };
  const search: Search = { title: squeezed(title), found, isBelow: false, others: 0, elements: 0 };
  visit(children, search, 0);
  return search.others === 0 ? found : { frames: 0, files: 0, pictures: 0 };
}

function visit(children: readonly ChildNode[], search: Search, depth: number): void {
  if (depth > LIMITS.depth) return;
  for (const child of children) {
    if (child.type === 'text') search.isBelow ||= squeezed(child.data).includes(search.title);
    else if (isElement(child) && ++search.elements <= LIMITS.elements) visitElement(child, search, depth);
  }
}

const NOT_CONTENT = new Set(['head', 'script', 'style', 'template', 'footer']);

function visitElement(element: Element, search: Search, depth: number): void {
  const { name, attribs } = element;
  if (NOT_CONTENT.has(name) || isHidden(element)) return;
  const shown = FRAMES[name];
  if (search.isBelow) {
    if (shown !== undefined && (attribs[shown] ?? '') !== '' && isPicture(element)) search.found.frames++;
    else if (name === 'img' && isPicture(element)) search.found.pictures++;
  }
  if (name === 'a') visitLink(element, search);
  else if (shown === undefined) visit(element.children, search, depth + 1);
}

function visitLink(link: Element, search: Search): void {
  if (!FILE.test(link.attribs['href'] ?? '')) return;
  if (isOther(cleanText(textOf(link, 0)), search.title)) search.others++;
  else if (search.isBelow) search.found.files++;
}

/** A file that names another report: of another year, or of a body that the title does not name. */
function isOther(name: string, title: string): boolean {
  if (!isReportTitle(name)) return false;
  const [own, ...years] = [yearsIn(title).at(-1), ...yearsIn(name)];
  if (years.length > 0 && !years.includes(own ?? 0)) return true;
  const bare = squeezed(name).replace(/^附件\d*[:：]?/, '');
  const start = bare.search(/20\d\d|二[〇○零]/);
  return start > 0 && !title.includes(bare.slice(0, start));
}

function textOf({ children }: Element, depth: number): string {
  if (depth > LIMITS.depth) return '';
  return children
    .map((child) => (child.type === 'text' ? child.data : isElement(child) ? textOf(child, depth + 1) : ''))
    .join('');
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');
