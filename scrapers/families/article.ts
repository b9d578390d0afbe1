import type { CheerioAPI } from 'cheerio';
import type { Document, Element, ParentNode } from 'domhandler';
import { reasonAgainst, speaksOfReports } from '../discover-reports.ts';
import { foldTitle } from '../fold-title.ts';
import { AGENCY_NAME, REPORT_NOUN, YEAR } from '../report-words.ts';
import { BODY_SELECTORS, FEWEST_MARKERS, REPORT_CLASS, REPORT_MARKERS } from './article-words.ts';
import { readAttachments } from './attachments.ts';
import { elementsOf, selectAll } from './elements.ts';
import { forwardsOf, framesOf } from './elsewhere.ts';
import type { ArticleReading, Page } from './family.ts';
import { printedDate, readMeta, titlesOf } from './header-facts.ts';
import { textOf, treeOf } from './links.ts';

/** Text that is looked at; a report with its tables has 3,000 to 20,000 characters. */
const MOST_TEXT = 60_000;
/** A body with less text than this and no marker holds its report elsewhere: in a file, a picture, a frame. */
const SHORT_BODY = 600;
/** A table of a report has some 300 cells, layout has a few. */
const FEWEST_CELLS = 20;

const WITHOUT_LINKS = new Set(['script', 'style', 'noscript', 'template', 'title', 'a', 'select', 'form']);

/** What holds the article: its element, its text without links, and how many markers of a report it shows. */
export interface Body {
  readonly element: ParentNode;
  readonly text: string;
  readonly markers: number;
}

/**
 * Reads a page as an article, whatever system made it. `selectors`: containers of the family's own, tried first.
 * Never throws; a page that is no article gives `isReport: false`.
 */
export function readArticlePage(page: Page, selectors: readonly string[] = []): ArticleReading {
  const $ = treeOf(page);
  const body = findBody($, selectors);
  const meta = readMeta($);
  const titles = [...titlesOf($, meta), ...leadingTitle(body.text)];
  const named = titles.filter(isReportTitle);
  // A column's name may pass for a title; it has no year.
  const title = named.find(hasYear) ?? named[0] ?? titles[0] ?? null;
  const hasTable = cellsIn(body.element) >= FEWEST_CELLS;
  const attachments = readAttachments(page, $, body.element, { pictures: !hasTable });
  const forwards = forwardsOf(page, $, body.text);
  const holdsText = body.markers >= FEWEST_MARKERS;
  const elsewhere = holdsText ? [] : [...forwards, ...framesOf(page, $)];
  const isClassed = meta.classes.some((name) => REPORT_CLASS.test(foldTitle(name)));
  const isAgainst = title !== null && reasonAgainst(title) !== null;
  const holdsFile = body.text.length < SHORT_BODY && attachments.length > 0;
  return {
    title,
    published: printedDate($, meta),
    isReport:
      !isAgainst && (named.length > 0 || (isClassed && titles.some(hasYear))) && (holdsText || holdsFile),
    attachments,
    elsewhere,
  };
}

const hasYear = (title: string): boolean => YEAR.test(foldTitle(title));

/** The words that a body without a heading begins with, as far as they name a report. */
const leadingTitle = (text: string): readonly string[] =>
  /^.{4,60}?(?:年度报告|年报)/.exec(text)?.slice(0, 1) ?? [];

/** The title of one report: names its year or its body, and nothing speaks against it. A column's name has neither. */
function isReportTitle(title: string): boolean {
  const text = foldTitle(title);
  if (reasonAgainst(text) !== null || !speaksOfReports(text)) return false;
  return YEAR.test(text) || AGENCY_NAME.test(text.replace(/(?:政府)?信息公开.*$/, ''));
}

/**
 * The container of the report: of those known and of the elements around them, the one that shows the most markers
 * of a report and the least else. Tables may stand beside the first container, not in it, so that the first match is
 * not enough.
 */
export function findBody($: CheerioAPI, selectors: readonly string[] = []): Body {
  const root = $.root()[0] as unknown as Document;
  const whole = bodyOf(root);
  const known = selectAll($, [...selectors, ...BODY_SELECTORS].join(','));
  const best = known
    .slice(0, MOST_CONTAINERS)
    .map(bodyOf)
    .sort((one, other) => other.markers - one.markers || one.text.length - other.text.length)
    .find(({ text, markers }) => text !== '' || markers > 0);
  if (whole.markers < FEWEST_MARKERS) return best ?? filled(known, whole);
  return widen(best === undefined || best.markers === 0 ? smallestWith(root, whole.markers) : best, whole);
}

const MOST_CONTAINERS = 40;

const filled = (known: readonly Element[], whole: Body): Body =>
  known[0] === undefined ? whole : bodyOf(known[0]);

function bodyOf(element: ParentNode): Body {
  const text = textOf(element, MOST_TEXT, WITHOUT_LINKS);
  return { element, text, markers: countMarkers(text) };
}

const countMarkers = (text: string): number => REPORT_MARKERS.filter((marker) => marker.test(text)).length;

/** Goes outwards while that shows more markers, or a table of the report's size that was missing. */
function widen(body: Body, whole: Body): Body {
  let widest = body;
  for (let up = body.element.parent; up !== null && widest.markers < whole.markers; up = up.parent) {
    widest = bodyOf(up);
  }
  for (let up = widest.element.parent, steps = 0; up !== null && steps < 3; up = up.parent, steps++) {
    if (cellsIn(widest.element) < FEWEST_CELLS && cellsIn(up) >= FEWEST_CELLS) return bodyOf(up);
  }
  return widest;
}

/** Where no container is known: the smallest element that shows all markers, from the root inwards. */
function smallestWith(root: ParentNode, markers: number): Body {
  let body = bodyOf(root);
  for (let steps = 0; steps < MOST_CONTAINERS; steps++) {
    const inner = body.element.children
      .filter((child): child is Element => 'children' in child && 'name' in child)
      .map(bodyOf)
      .find((one) => one.markers >= markers);
    if (inner === undefined) return body;
    body = inner;
  }
  return body;
}

const cellsIn = (element: ParentNode): number =>
  elementsOf(element, 20_000).filter(({ name }) => name === 'td' || name === 'th').length;

/** Whether the title may stand for a report inside a list: 2021年年报, 教育局年度报告. */
export const namesReport = (title: string): boolean =>
  speaksOfReports(title) || (YEAR.test(foldTitle(title)) && REPORT_NOUN.test(foldTitle(title)));
