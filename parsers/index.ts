import { YEARLY_TABLES } from '../src/forms/tables.ts';
import type { Reading } from '../src/model/extraction.ts';
import type { Finding } from '../src/model/finding.ts';
import type { LabelLookup } from '../src/model/label-lookup.ts';
import type { Gazetteer } from '../src/places/gazetteer.ts';
import { applyLookups, judgeLookups, lookupsFor } from './apply-lookups.ts';
import { type CompleteRecord, completeRecord } from './complete-record.ts';
import { damagedFile } from './damaged-file.ts';
import type { PrintedDocument } from './document.ts';
import { documentFinding } from './document-findings.ts';
import { doubtCutEnd } from './doubt-cut-end.ts';
import { heldElsewhere, lackOf } from './lack-of.ts';
import { LIMITS } from './limits.ts';
import { withoutLinks } from './linked-text.ts';
import { formOfYear, matchForm } from './match-form.ts';
import { quietWatermarks } from './nothing-lost.ts';
import type { LoadEngine } from './ocr/engine.ts';
import { openDocument } from './open-document.ts';
import { readClaims } from './read-claims.ts';
import { readMetadata } from './read-metadata.ts';
import { readCells } from './read-record.ts';
import { refused } from './refused.ts';
import { isCaptionedOtherYear } from './tables/caption-year.ts';
import { otherBodyOf, underOtherBody } from './tables/other-body.ts';
import { captionedEarlier } from './tables/other-year.ts';
import { outsideCells } from './tables/outside-cells.ts';
import { cutIntoParts } from './tables/parts.ts';
import { readParts } from './tables/read-parts.ts';
import type { ReadRow } from './tables/read-row.ts';
import { foreignRows, foreignTable, localTable, missingTable } from './tables/table-findings.ts';

export { readAgain } from './second-reading.ts';
export { sniffKind } from './sniff.ts';
export { PARSER_VERSION } from './version.ts';

/** What is known of a document before it is opened. */
export interface ParseHints {
  readonly url?: string;
  readonly file?: string;
  readonly gazetteer: Gazetteer;
  /** The year of the report that this file is a part of: a table alone does not tell it, nor always its edition. */
  readonly year?: number;
  /** Reviewed readings of labels that single bodies print in their own words (data/lookups). */
  readonly lookups?: readonly LabelLookup[];
  /** Reads pictures of text; without it a scan gives a finding that says how to switch it on. */
  readonly loadOcr?: LoadEngine;
}

/**
 * Bytes of any document → report, cells with places, claims and what has to be said about them. Never throws for
 * a bad document: it gives findings.
 */
export async function parseDocument(bytes: Uint8Array, hints: ParseHints): Promise<Reading> {
  if (bytes.byteLength === 0) return refused(documentFinding('empty'));
  if (bytes.byteLength > LIMITS.bytes) {
    return refused(documentFinding('too_large', { bytes: bytes.byteLength, most: LIMITS.bytes }));
  }
  const document = await openDocument(bytes, hints.loadOcr);
  const reading = readDocument(document, hints);
  const untabled = await findUntabled(document, reading);
  const page = { bytes, document: untabled ?? document };
  return withPictures(page, untabled ? readDocument(untabled, hints) : reading, hints);
}

/** The page with the tables that it prints without the elements of one, where it lacks some; null where none is found. */
async function findUntabled(document: PrintedDocument, reading: Reading): Promise<PrintedDocument | null> {
  const missing = missingTables(reading);
  if (missing.size === 0 || !document.flow) return null;
  const { readUntabled } = await import('./html/read-untabled.ts');
  return readUntabled(document, missing);
}

interface OpenedDocument {
  readonly bytes: Uint8Array;
  readonly document: PrintedDocument;
}

/** The report with the tables that pictures show, where it lacks some. */
async function withPictures(
  { bytes, document }: OpenedDocument,
  reading: Reading,
  hints: ParseHints,
): Promise<Reading> {
  if (!lacksTable(reading)) return reading;
  const loadOcr = hints.loadOcr ?? noEngine;
  if (document.pictures?.length) {
    const { readPictures } = await import('./ocr/read-pictures.ts');
    return readDocument(await readPictures(document, loadOcr), hints);
  }
  if (document.kind !== 'pdf' || !isPrinted(document)) return reading;
  const { readPdfPictures } = await import('./ocr/read-pdf-pictures.ts');
  const pictured = await readPdfPictures(bytes, document, loadOcr);
  return pictured === document ? reading : readDocument(pictured, hints);
}

/** Whether all pages of a PDF have text: pages that are pictures were read as such, or cannot be. */
const isPrinted = ({ text, findings }: PrintedDocument): boolean =>
  text.trim() !== '' && !findings.some(({ rule }) => PAGES_OF_PICTURES.has(rule));
const PAGES_OF_PICTURES: ReadonlySet<string> = new Set([
  'document.image_only',
  'document.ocr_missing',
  'document.read_by_ocr',
]);

/** The tables that a report should print and that were not found; all of them where it printed none. */
function missingTables({ findings }: Reading): ReadonlySet<string> {
  const isFree = findings.some(({ rule }) => rule === 'document.free_form');
  const missing = findings.flatMap(({ rule, scope }) => (rule === 'table.missing' ? [scope] : []));
  return new Set(isFree ? ['statistics', ...YEARLY_TABLES] : missing);
}

const noEngine: LoadEngine = async () => null;

/** Pictures of a page take seconds each: they are looked at where something is missing that they may show. */
const lacksTable = ({ findings }: Reading): boolean =>
  findings.some(({ rule }) => rule === 'table.missing' || rule === 'document.not_a_report');

function readDocument(document: PrintedDocument, hints: ParseHints): Reading {
  if (document.findings.some((finding) => finding.severity === 'error')) return refused(...document.findings);
  const { lookups = [] } = hints;
  const metadata = readMetadata(document, hints.gazetteer, hints.url);
  const own = lookupsFor(lookups, metadata.report);
  const { agency } = metadata.report;
  const year = metadata.report.year ?? hints.year ?? null;
  const { parts, foreign } = cutIntoParts(
    applyLookups(document.grids, own),
    (grid) =>
      (year !== null && isCaptionedOtherYear(grid, document.paragraphs, year)) ||
      otherBodyOf(grid, document, agency) !== null,
  );
  const tables = readParts(parts, year);
  const read = readCells(tables);
  const lacks = lackOf(withoutLinks(document), tables.rows, read.cells);
  const held = lacks === 'contents' ? heldElsewhere(document, metadata.report.title) : null;
  if (lacks && !held)
    return refused(
      ...document.findings,
      ...damagedFile(document),
      documentFinding('not_a_report', { lacks }),
    );
  const { form, score, reason } = matchForm(tables.rows, year);
  const record = form
    ? doubtCutEnd(completeRecord(form, read.cells), form, document.text)
    : withoutForm(year);
  const claims = readClaims(document.paragraphs, year, agency);
  return {
    report: { ...metadata.report, form: form?.id ?? null },
    basis: { form: { score, reason }, division: { reason: metadata.divisionReason } },
    cells: [...record.cells],
    claims: [...claims],
    findings: [
      ...quietWatermarks(document.findings, record.cells, record.findings),
      ...damagedFile(document, record.cells),
      ...truncation(document, record.findings),
      ...(held && held.frames + held.files > 0 ? [documentFinding('held_elsewhere', { ...held })] : []),
      ...metadata.findings,
      ...outsideCells(document.grids, tables.rows, read.cells),
      ...foreign.map(({ table, rows }) => (rows ? foreignRows(table, rows) : foreignTable(table))),
      ...captionedEarlier(tables.rows, document.paragraphs, year),
      ...underOtherBody(tables.rows, document, agency),
      ...(form ? read.findings : withoutFormFindings(year, tables.rows, read.findings)),
      ...record.findings,
      ...(form ? [] : freeForm(year, claims.length)),
      ...judgeLookups(own, document.grids, record.cells),
    ],
    paragraphs: [...document.paragraphs],
    unordered: [...read.unordered],
    joined: [...read.joined],
  };
}

/** A document that stops in its middle is cut off when something is missing; else its end is only untidy. */
function truncation({ truncatedAfter }: PrintedDocument, missing: readonly Finding[]): readonly Finding[] {
  if (truncatedAfter === undefined || missing.length === 0) return [];
  return [documentFinding('truncated', { after: truncatedAfter })];
}

const FIRST_YEAR_OF_TABLES = 2019;
const isFreeForm = (year: number | null): year is number => year !== null && year < FIRST_YEAR_OF_TABLES;

/**
 * Reports since 2019 must print three tables: each number of the form of that year has no table. Before that there were
 * none, or the statistics table. Which edition a report would have printed is not known: its form stays open.
 */
function withoutForm(year: number | null): CompleteRecord {
  if (isFreeForm(year)) return { cells: [], findings: [] };
  const { form } = formOfYear(year);
  return form
    ? completeRecord(form, new Map())
    : { cells: [], findings: YEARLY_TABLES.map((table) => missingTable(table)) };
}

/** What was found in tables of a year that had no form is said of the tables: no cell of theirs is in the record. */
function withoutFormFindings(
  year: number | null,
  rows: readonly ReadRow[],
  findings: readonly Finding[],
): readonly Finding[] {
  if (!isFreeForm(year)) return findings;
  return [...new Set(rows.map(({ printed }) => printed.grid.index))].map((table) => localTable(table, year));
}

/** A record without cells is no clean one: that nothing could be checked is said. */
const freeForm = (year: number | null, claims: number): readonly Finding[] =>
  isFreeForm(year) ? [documentFinding('free_form', { year, claims })] : [];
