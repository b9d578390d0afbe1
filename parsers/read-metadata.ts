import type { Finding, Message } from '../src/model/finding.ts';
import type { Report } from '../src/model/report.ts';
import { type DivisionEvidence, findDivision } from '../src/places/find-division.ts';
import type { Gazetteer } from '../src/places/gazetteer.ts';
import type { PrintedDocument } from './document.ts';
import { documentFinding } from './document-findings.ts';
import { withoutLinks } from './linked-text.ts';
import { agencyOfIntro, isBodyNamed } from './metadata-agency.ts';
import { readContact } from './metadata-contact.ts';
import { bodyBelow, bodyBetween } from './metadata-headline.ts';
import { readPublished } from './metadata-published.ts';
import { agencyOfTitle, readTitle } from './metadata-title.ts';
import { readYear } from './metadata-year.ts';
import { cleanText } from './normalise-label.ts';
import { replaceRadicals } from './radicals.ts';

export interface Metadata {
  readonly report: Omit<Report, 'form'>;
  readonly divisionReason: Message;
  readonly findings: readonly Finding[];
}

/** The introduction: everything before the first table, at most this much. */
const INTRODUCTION = 6000;
const SITE_CODE = /网站标识码\s*[:：]?\s*(\d{10})/;

/** Who reports about which year, from title, meta tags and introduction; `url` serves only to tell places apart. */
export function readMetadata(
  printed: PrintedDocument,
  gazetteer: Gazetteer,
  url: string | undefined,
): Metadata {
  const document = withoutLinks(printed);
  const intro = introduction(document);
  const lines = document.paragraphs.map(({ text }) => cleanText(text)).filter((text) => text !== '');
  const named = agencyOfIntro(intro);
  const title = withBodyAbove(readTitle(document), lines, named);
  const published = readPublished(printed);
  const { year, period, findings } = readYear(title, intro, published);
  const contact = readContact(intro);
  const agency =
    (title && (agencyOfTitle(title) ?? bodyBelow(lines, title))) ??
    named ??
    document.meta.contentSource ??
    null;
  const evidence = withoutBlanks({
    title,
    agency,
    siteName: document.meta.siteName ?? besideTitle(document.meta.title, title),
    intro: firstSentences(intro),
    postcode: contact.postcode,
    phone: contact.phone,
    url: url ?? document.meta.url,
    sureText:
      document.sureText && [document.sureText, document.meta.title, document.meta.siteName].join('\n'),
    rivals: document.rivals,
    siteCode: document.meta.siteCode ?? SITE_CODE.exec(document.text)?.[1],
  });
  const division = findDivision(evidence, year ?? gazetteer.lastYear, gazetteer);
  const unknown = division.code === null ? [documentFinding('place_unknown', { ...division.reason })] : [];
  return {
    report: {
      title,
      agency,
      place: division.name,
      division: division.code,
      level: division.level,
      year,
      published,
      period: period ? [period[0], period[1]] : null,
      contact,
    },
    divisionReason: division.reason,
    findings: [...findings, ...unknown],
  };
}

/** What a page calls its site, beside its title: of 民政局2021年…报告-某某县人民政府 it alone tells which county's. */
const besideTitle = (whole = '', title: string | null): string | undefined =>
  title !== null && whole.includes(title) ? whole.replace(title, ' ') : undefined;

/**
 * 某某县民政局 above 2021年政府信息公开工作年度报告 is the first line of a headline where the introduction names the same
 * body, or where the page has a headline of its own above; else it may be the site's name.
 */
function withBodyAbove(title: string | null, lines: readonly string[], body: string | null): string | null {
  if (title === null || agencyOfTitle(title) !== null) return title;
  const named = body && lines.find((line, at) => lines[at + 1] === title && isBodyNamed(line, body));
  const above = named ?? bodyBetween(lines, title);
  return above ? `${above}${title}` : title;
}

function introduction({ paragraphs }: PrintedDocument): string {
  let text = '';
  for (const paragraph of paragraphs) {
    if (text.length > INTRODUCTION) break;
    text += `${replaceRadicals(cleanText(paragraph.text))}\n`;
  }
  return text;
}

/** 现公布双辽市政府办公室2021年度…, 请与双辽市人民政府办公室…联系: the opening names the agency. */
const firstSentences = (intro: string): string => intro.slice(0, 800);

function withoutBlanks(
  evidence: Readonly<Record<keyof DivisionEvidence, string | null | undefined>>,
): DivisionEvidence {
  return Object.fromEntries(
    Object.entries(evidence).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}
