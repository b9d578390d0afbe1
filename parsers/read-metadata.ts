import type { Finding } from '../src/model/finding.ts';
import type { Report } from '../src/model/report.ts';
import { type DivisionEvidence, findDivision } from '../src/places/find-division.ts';
import type { Gazetteer } from '../src/places/gazetteer.ts';
import type { PrintedDocument } from './document.ts';
import { documentFinding } from './document-findings.ts';
import { withoutLinks } from './linked-text.ts';
import { readContact } from './metadata-contact.ts';
import { readPublished } from './metadata-published.ts';
import { agencyOfTitle, readTitle } from './metadata-title.ts';
import { readYear } from './metadata-year.ts';
import { cleanText } from './normalise-label.ts';
import { replaceRadicals } from './radicals.ts';

export interface Metadata {
  readonly report: Omit<Report, 'form'>;
  readonly divisionReason: string;
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
  const title = withBodyAbove(readTitle(document), document, agencyOfIntro(intro));
  const published = readPublished(printed);
  const { year, period, findings } = readYear(title, intro, published);
  const contact = readContact(intro);
  const agency =
    (title && agencyOfTitle(title)) ?? agencyOfIntro(intro) ?? document.meta.contentSource ?? null;
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
    divisionReason: division.reason.en,
    findings: [...findings, ...unknown],
  };
}

/** What a page calls its site, beside its title: of 民政局2021年…报告-某某县人民政府 it alone tells which county's. */
const besideTitle = (whole = '', title: string | null): string | undefined =>
  title !== null && whole.includes(title) ? whole.replace(title, ' ') : undefined;

/**
 * 某某县民政局 above 2021年政府信息公开工作年度报告 is the first line of a headline where the introduction names the same
 * body; else it may be the site's name.
 */
function withBodyAbove(
  title: string | null,
  { paragraphs }: PrintedDocument,
  body: string | null,
): string | null {
  if (title === null || body === null || agencyOfTitle(title) !== null) return title;
  const isHeadline = paragraphs.some(
    ({ text }, at) => cleanText(text) === title && cleanText(paragraphs[at - 1]?.text ?? '') === body,
  );
  return isHeadline ? `${body}${title}` : title;
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

/** How a report names its own agency: 请与…联系, 本报告由…编制, 2021年，…坚持…. */
const OWN_NAME = [
  /请与([^，。（(]{2,40}?)(?:联系|\(|（)/,
  /报告由([^，。（(]{2,40}?)(?:按照|根据|依据|编制)/,
  /20\d{2}年(?:度|以来)?[，,]([^，。、；\s]{2,30}?)(?:坚持|认真|深入|严格|全面|按照|以习近平|始终|高度|紧紧|围绕)/,
];

function agencyOfIntro(intro: string): string | null {
  for (const pattern of OWN_NAME) {
    const named = cleanText(pattern.exec(intro)?.[1] ?? '');
    if (named !== '' && !/^(?:我|本|全)[省市县区州旗镇乡局委]?/.test(named)) return named;
  }
  return null;
}

function withoutBlanks(
  evidence: Readonly<Record<keyof DivisionEvidence, string | null | undefined>>,
): DivisionEvidence {
  return Object.fromEntries(
    Object.entries(evidence).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}
