import { mayBeReport } from '../../parsers/may-be-report.ts';
import { WARC_LEFT_OUT, type WarcDocument } from '../archive/read-warc.ts';
import { targetUri } from '../archive/target-uri.ts';
import type { Extraction } from '../model/extraction.ts';
import { attachmentLinks } from './attachment-links.ts';

/** Why a record of a WARC file gave no stored document. */
export const RECORD_LEFT_OUT = [
  ...WARC_LEFT_OUT,
  'status', // the server did not answer with a document
  'other_kind', // a picture, a script, a style sheet
  'not_a_report',
  'no_text', // a scan that no report page links to: it may be anything
] as const;
export type RecordLeftOut = (typeof RECORD_LEFT_OUT)[number];

/** A record that may be a report; `page` is the report page that links to it. */
export interface Candidate {
  readonly record: WarcDocument;
  readonly kind: string;
  readonly page?: string;
}

/** Kinds whose text cannot be looked at cheaply: they are parsed to know whether they are reports. */
const DOCUMENT_KINDS: ReadonlySet<string> = new Set(['pdf', 'docx', 'doc', 'xlsx', 'xls', 'mht']);
const PAGE_KINDS: ReadonlySet<string> = new Set(['html', 'text']);
/** Findings that say that there is nothing to store, and what is counted then. */
const REFUSALS: Readonly<Record<string, RecordLeftOut>> = {
  'document.not_a_report': 'not_a_report',
  'document.empty': 'not_a_report',
  'document.unsupported': 'other_kind',
  'document.image_only': 'no_text',
  'document.ocr_missing': 'no_text',
  'document.ocr_failed': 'no_text',
};

/**
 * The record as one that may be a report, or why it is none.
 *
 * @param kind - of its bytes: html, text, pdf, …
 * @param linked - documents that a report page links to, with that page: what this page links to is added
 */
export function chooseRecord(
  record: WarcDocument,
  kind: string,
  linked: Map<string, string>,
): Candidate | RecordLeftOut {
  if (record.status !== 200) return 'status';
  if (DOCUMENT_KINDS.has(kind)) {
    const page = linked.get(targetUri(record));
    return { record, kind, ...(page === undefined ? {} : { page }) };
  }
  if (!PAGE_KINDS.has(kind)) return 'other_kind';
  const text = mayBeReport(record.body);
  if (text === null) return 'not_a_report';
  for (const link of attachmentLinks(text, record.url)) linked.set(link, record.url);
  return { record, kind };
}

/** Why a record is not stored; a number that was read is never left out. */
export function refusalOf(
  { findings, cells }: Extraction,
  { kind, page }: Candidate,
): RecordLeftOut | undefined {
  if (cells.some(({ status }) => status === 'reported')) return undefined;
  const reason = findings.map(({ rule }) => REFUSALS[rule]).find((found) => found !== undefined);
  // A page in pictures has its title; a scan that a report page links to is its attachment.
  const isKnown = PAGE_KINDS.has(kind) || page !== undefined;
  return reason === 'no_text' && isKnown ? undefined : reason;
}
