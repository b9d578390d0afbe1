import { TABLE_TITLES, YEARLY_TABLES } from '../src/forms/tables.ts';
import type { Cell } from '../src/model/cell.ts';
import type { HeldElsewhere, PrintedDocument } from './document.ts';
import type { Lack } from './document-findings.ts';
import { labelKeys } from './labels/label-index.ts';
import { speaksOfTopics } from './may-be-report.ts';
import {
  agencyOfTitle,
  isReportTitle,
  isTitledOtherwise,
  openingOf,
  ownTitle,
  readTitle,
} from './metadata-title.ts';
import { normaliseLabel } from './normalise-label.ts';
import { yearsIn } from './read-dates.ts';
import type { ReadRow } from './tables/read-row.ts';

/** Other reports count 行政许可 and 行政处罚 too, under no header of the form. */
const isOfForm = ({ assumed, block }: ReadRow): boolean => !assumed || block.table !== 'disclosure';

const isFilled = (cells: ReadonlyMap<string, Cell>): boolean =>
  [...cells.values()].some(({ raw }) => raw !== null && raw.trim() !== '');

/**
 * What is missing of a report whose tables do not prove it one. Without them (images, free form) it is titled as one and
 * speaks of disclosure; a form with nothing in it may be a notice's, whose own title then says so.
 */
export function lackOf(
  document: PrintedDocument,
  rows: readonly ReadRow[],
  cells: ReadonlyMap<string, Cell>,
): Lack | null {
  const printsForm = rows.some(isOfForm);
  if (printsForm && isFilled(cells)) return null;
  if (document.text.trim() === '' && document.grids.length === 0) return 'text';
  const title = ownTitle(document) ?? readTitle(document);
  if (title !== null && isTitledOtherwise(title)) return 'own_title';
  if (printsForm) return null;
  const speaksOfDisclosure = (document.text.match(/信息公开/g)?.length ?? 0) >= FEWEST_MENTIONS;
  const named = readTitle(document);
  if (cells.size > 0) {
    const isUntitled = ownTitle(document) === null && speaksOfDisclosure;
    return namesYear(named) || isUntitled ? null : 'title_and_tables';
  }
  const head = [document.meta.title ?? '', ...openingOf(document).map((text) => text.slice(0, 300))];
  // An introduction that cites the notice on reports names its own all the same: 根据《…的通知》，现公布2021年…报告.
  const isNamed = head.some((text) => isReportTitle(text)) || namesYear(named) || hasSections(document);
  if (!isNamed) return 'title_and_tables';
  const isShortReport = namesYear(named) && speaksOfTopics(sentencesOf(document));
  return speaksOfDisclosure || isShortReport || hasSections(document) ? null : 'contents';
}

const FEWEST_MENTIONS = 4;

/** Whether two sections are headed as those of the form, which no other report prints. */
const hasSections = ({ paragraphs }: PrintedDocument): boolean =>
  new Set(paragraphs.map(({ text }) => normaliseLabel(text)).filter((text) => SECTIONS.has(text))).size > 1;
const SECTIONS: ReadonlySet<string> = new Set(
  YEARLY_TABLES.flatMap((table) => labelKeys(TABLE_TITLES[table])).filter((key) => key.includes('政府信息')),
);

const ABOUT_A_REPORT = /图解|图说|一图|读懂/;

/** A page that has a report's title, agency and year, and in place of its text a frame, a file or pictures. */
export function heldElsewhere(document: PrintedDocument, title: string | null): HeldElsewhere | null {
  if (title === null || !namesYear(title) || !agencyOfTitle(title) || ABOUT_A_REPORT.test(title)) return null;
  const held = document.heldElsewhere?.(title);
  return held && held.frames + held.files + held.pictures > 0 ? held : null;
}

/** A guide or a list speaks of yearly reports too, a report's title says of which year it is. */
const namesYear = (title: string | null): boolean =>
  title !== null && isReportTitle(title) && yearsIn(title).length > 0;

/** Running text only: a menu names the same topics. */
const sentencesOf = ({ paragraphs }: PrintedDocument): string =>
  paragraphs
    .map(({ text }) => text)
    .filter((text) => /[。；，,]/.test(text))
    .join('\n');
