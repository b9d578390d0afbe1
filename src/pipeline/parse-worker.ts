import type { Extraction } from '../model/extraction.ts';
import { loadEngine } from '../ocr/load-engine.ts';
import { loadGazetteer } from '../places/load-gazetteer.ts';
import { extractDocument, extractReport, type Origin, type UnitedExtraction } from './extract-document.ts';

/** What a worker is given: one document and where it comes from. */
export interface ParseTask {
  readonly bytes: Uint8Array;
  readonly origin: Origin;
}

const readers = () => ({ gazetteer: loadGazetteer(), loadOcr: loadEngine });

/** Runs in a thread of its own, see parse-pool; the gazetteer is read once a thread. */
export function extractInWorker({ bytes, origin }: ParseTask): Promise<Extraction> {
  return extractDocument(bytes, origin, readers());
}

/** A page and its attachments as one report. */
export function extractReportInWorker(documents: readonly ParseTask[]): Promise<UnitedExtraction> {
  return extractReport(documents, readers());
}
