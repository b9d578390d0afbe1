import { isVariableColumn, variableName } from '../../src/forms/form.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Paragraph, PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import type { Grid } from '../grid.ts';
import { keyOfText } from '../linked-text.ts';
import { isNameOfBody } from '../metadata-headline.ts';
import { agencyOfTitle, isReportHeadline } from '../metadata-title.ts';
import { cleanText } from '../normalise-label.ts';
import type { ReadRow } from './read-row.ts';

type Printed = Pick<PrintedDocument, 'paragraphs' | 'links' | 'grids'>;

/** A report within a document: the bodies that its headline names, and where that headline stands. */
interface Section {
  readonly bodies: string[];
  readonly from: number;
}

/**
 * The body whose headline a table stands under, where a document prints the reports of several bodies one behind the
 * other; null where it is the report's own, or the only one.
 */
export function otherBodyOf({ after }: Grid, printed: Printed, agency: string | null): string | null {
  const sections = sectionsOf(printed);
  const at = sections.findLastIndex(({ from }) => from < after);
  const body = sections[at]?.bodies.at(-1);
  if (agency === null || body === undefined || !nameSeveral(sections)) return null;
  // A page of the county's may be headed once more as that of its office, right below its title.
  const isOwn = at === 0 ? isSameBody(withoutOffice(body), withoutOffice(agency)) : isSameBody(body, agency);
  return isOwn ? null : body;
}

/** What has to be said of tables that were read although they stand under the headline of another body. */
export function underOtherBody(
  rows: readonly ReadRow[],
  printed: Printed,
  agency: string | null,
): readonly Finding[] {
  const bodies = new Map<string, string[]>();
  for (const { block, row, columns, printed: line, placement } of rows) {
    const body = placement.kind === 'none' ? null : otherBodyOf(line.grid, printed, agency);
    if (body === null) continue;
    const variables = columns.slots
      .filter(isVariableColumn)
      .map((column) => variableName(block, row, column));
    bodies.set(body, [...(bodies.get(body) ?? []), ...variables]);
  }
  return [...bodies].map(([body, variables]) =>
    documentFinding('body_conflict', { agency: agency ?? '', body }, variables),
  );
}

const known = new WeakMap<readonly Paragraph[], readonly Section[]>();

function sectionsOf(printed: Printed): readonly Section[] {
  const sections = known.get(printed.paragraphs) ?? cutIntoSections(printed);
  known.set(printed.paragraphs, sections);
  return sections;
}

/** Headlines with nothing but short lines between them (the page's, the document's own) are those of one report. */
function cutIntoSections({ paragraphs, links, grids }: Printed): readonly Section[] {
  const lines = paragraphs.map(({ text }) => cleanText(text));
  const tables = new Set(grids.map(({ after }) => after));
  const sections: Section[] = [];
  let isWithin = false;
  for (const [at, line] of lines.entries()) {
    isWithin ||= tables.has(at) || line.includes('。');
    const body = links?.has(keyOfText(line)) ? null : bodyOfHeadline(line, lines[at - 1] ?? '');
    if (body === null) continue;
    const open = sections.at(-1);
    if (open && !isWithin) open.bodies.push(body);
    else sections.push({ bodies: [body], from: at });
    isWithin = false;
  }
  return sections;
}

function bodyOfHeadline(line: string, above: string): string | null {
  if (!isReportHeadline(line)) return null;
  const body = agencyOfTitle(line) ?? above;
  return isNameOfBody(body) ? body : null;
}

const nameSeveral = ([first, ...more]: readonly Section[]): boolean =>
  first !== undefined &&
  more.some(({ bodies }) => !bodies.every((body) => first.bodies.some((own) => isSameBody(own, body))));

/** 县教育局 and 某某县教育体育局 are one body; 某某县 and its 教育局 end otherwise. */
function isSameBody(one: string, other: string): boolean {
  const [short, long] = [one, other].map(shorten).sort((a, b) => a.length - b.length) as [string, string];
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length && long.endsWith(short.slice(-1));
}

const withoutOffice = (name: string): string => name.replace(/(?:办公室|办公厅)$/, '');

const shorten = (name: string): string =>
  name
    .replace(/\s+/g, '')
    .replace(/(?<=[省市县区旗州盟镇乡])(?:人民)?政府$/, '')
    .replace(/办公[室厅]$/, '办')
    .replace(/街道办事处$/, '街道')
    .replace(/委员会$/, '委');
