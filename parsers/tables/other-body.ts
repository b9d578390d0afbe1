import { isVariableColumn, variableName } from '../../src/forms/form.ts';
import type { Finding } from '../../src/model/finding.ts';
import { tidyEvidence } from '../../src/places/place-text.ts';
import type { Paragraph, PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import type { Grid } from '../grid.ts';
import { keyOfText } from '../linked-text.ts';
import { isNameOfBody } from '../metadata-headline.ts';
import { agencyOfTitle, isHeading, isReportTitle } from '../metadata-title.ts';
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
  const body = sections.findLast(({ from }) => from < after)?.bodies.at(-1);
  if (agency === null || body === undefined || !nameSeveral(sections)) return null;
  return isSameBody(body, agency) ? null : body;
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
    const body = links?.has(keyOfText(line))
      ? null
      : bodyNamed(line, lines[at - 1] ?? '', lines[at + 1] ?? '');
    if (body === null) continue;
    const open = sections.at(-1);
    if (open && !isWithin) open.bodies.push(body);
    else sections.push({ bodies: [body], from: at });
    isWithin = false;
  }
  return sections;
}

/** What stands before a headline: its number, or that it is an attachment. */
const NUMBERED = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|附件\s*\d*\s*[:：])\s*/;
/** The tables of a body: 某某县民政局2022年政府信息公开申请情况统计表. */
const TABLES = /信息公开.{0,14}情况(?:统计)?表$/;
/** What follows the name of a body where a report of its begins; below a signature stands a date. */
const BEGINS = /^[（(]?20\d{2}\s*年?度?[）)]?$|信息公开.{0,14}报告|^一、/;

/** The body that a headline names: with its report, over the rest of the headline, or as the heading of its part. */
function bodyNamed(line: string, above: string, below: string): string | null {
  const text = tidyEvidence(line).replace(NUMBERED, '');
  if (!isHeading(text)) return null;
  const isTitle = isReportTitle(text) || TABLES.test(text);
  const body = isTitle ? (agencyOfTitle(text) ?? above) : BEGINS.test(below) ? text : '';
  return isNameOfBody(body.replace(/[（(][^（()）]*[）)]$/, '')) ? body : null;
}

const nameSeveral = ([first, ...more]: readonly Section[]): boolean =>
  first !== undefined &&
  more.some(({ bodies }) => !bodies.every((body) => first.bodies.some((own) => isSameBody(own, body))));

/** 县教育局 and 某某县教育体育局 are one body, 某某县 and its office too; 某某县 and its 教育局 end otherwise. */
function isSameBody(one: string, other: string): boolean {
  const [short, long] = [one, other].map(shorten).sort((a, b) => a.length - b.length) as [string, string];
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length && long.endsWith(short.slice(-1));
}

const shorten = (name: string): string =>
  name
    .replace(/\s+|[（(][^（()）]*[）)]$/g, '')
    .replace(/办公[室厅]$/, '')
    .replace(/(?<=[省市县区旗州盟镇乡])(?:人民)?政府$/, '')
    .replace(/街道办事处$/, '街道')
    .replace(/委员会$/, '委');
