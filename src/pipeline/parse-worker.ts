import type { MessagePort } from 'node:worker_threads';
import type { LoadEngine } from '../../parsers/ocr/engine.ts';
import { reviewedLookups } from '../lookups/reviewed-lookups.ts';
import type { Extraction } from '../model/extraction.ts';
import { loadEngine } from '../ocr/load-engine.ts';
import { loadGazetteer } from '../places/load-gazetteer.ts';
import { extractDocument, extractReport, type Origin, type UnitedExtraction } from './extract-document.ts';

/** What a worker is given: one document and where it comes from. */
export interface ParseTask {
  readonly bytes: Uint8Array;
  readonly origin: Origin;
}

/** Where a worker says that it goes on: reading a scan takes seconds a page, and hangs nowhere. */
export interface Watched {
  readonly alive?: MessagePort;
}

const readers = (alive?: MessagePort) => ({
  gazetteer: loadGazetteer(),
  lookups: reviewedLookups().lookups,
  loadOcr: tellingEngine(alive),
});

function tellingEngine(alive?: MessagePort): LoadEngine {
  return async () => {
    const engine = await loadEngine();
    if (engine === null) return null;
    return {
      readLines: (lines) => {
        alive?.postMessage('reading');
        return engine.readLines(lines);
      },
    };
  };
}

/** Runs in a thread of its own, see parse-pool; the gazetteer is read once a thread. */
export function extractInWorker({ bytes, origin, alive }: ParseTask & Watched): Promise<Extraction> {
  return extractDocument(bytes, origin, readers(alive));
}

/** A page and its attachments as one report. */
export function extractReportInWorker({
  documents,
  alive,
}: { readonly documents: readonly ParseTask[] } & Watched): Promise<UnitedExtraction> {
  return extractReport(documents, readers(alive));
}
