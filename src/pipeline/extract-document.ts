import { parseDocument, readAgain } from '../../parsers/index.ts';
import type { LoadEngine } from '../../parsers/ocr/engine.ts';
import type { Extraction, Reading } from '../model/extraction.ts';
import type { LabelLookup } from '../model/label-lookup.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import type { ValidationTools } from '../validators/index.ts';
import { uniteReadings } from '../validators/unite-readings.ts';
import { sha256Of } from './sha256.ts';
import { validateOrKeep } from './validate-or-keep.ts';

/** Where a document comes from: its name on disk, its address, or both. */
export interface Origin {
  readonly file?: string;
  readonly url?: string;
}

export interface ExtractDeps {
  readonly gazetteer: Gazetteer;
  readonly lookups?: readonly LabelLookup[];
  readonly loadOcr?: LoadEngine;
  /** Told what was read, and from which document, before a contradictory report is looked at again. */
  readonly onRead?: (reading: Reading, winner: number) => void;
}

/** The record of one document: bytes → reading → findings. Bad documents give findings, never a throw. */
export async function extractDocument(
  bytes: Uint8Array,
  origin: Origin,
  deps: ExtractDeps,
): Promise<Extraction> {
  const reading = await parseDocument(bytes, { ...origin, ...deps });
  return {
    ...(await validateOrKeep(
      reading,
      toolsFor(bytes, deps, () => deps.onRead?.(reading, 0)),
    )),
    sha256: sha256Of(bytes),
  };
}

/** A record and which of its documents the numbers were read from: places and `sha256` are that document's. */
export interface UnitedExtraction {
  readonly extraction: Extraction;
  readonly winner: number;
}

/**
 * The record of a page and its attachments, which are one report: the fullest reading wins, disagreement is a
 * finding.
 *
 * @param documents - the page first
 */
export async function extractReport(
  documents: readonly { readonly bytes: Uint8Array; readonly origin: Origin }[],
  deps: ExtractDeps,
): Promise<UnitedExtraction> {
  const readings: Reading[] = [];
  for (const { bytes, origin } of documents) {
    const year = readings[0]?.report.year ?? null;
    readings.push(await parseDocument(bytes, { ...origin, ...deps, ...(year === null ? {} : { year }) }));
  }
  const { reading, winner } = uniteReadings(readings);
  const bytes = documents[winner]?.bytes ?? new Uint8Array();
  const record = await validateOrKeep(
    reading,
    toolsFor(bytes, deps, () => deps.onRead?.(reading, winner)),
  );
  return { extraction: { ...record, sha256: sha256Of(bytes) }, winner };
}

const toolsFor = (bytes: Uint8Array, { loadOcr }: ExtractDeps, tellRead: () => void): ValidationTools => ({
  readAgain: () => {
    tellRead();
    return readAgain(bytes, loadOcr);
  },
});
