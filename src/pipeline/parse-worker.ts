import type { MessagePort } from 'node:worker_threads';
import type { LoadEngine } from '../../parsers/ocr/engine.ts';
import { reviewedLookups } from '../lookups/reviewed-lookups.ts';
import type { Extraction } from '../model/extraction.ts';
import { loadEngine } from '../ocr/load-engine.ts';
import { loadGazetteer } from '../places/load-gazetteer.ts';
import { ownThread } from '../processes/thread-time.ts';
import {
  type ExtractDeps,
  extractDocument,
  extractReport,
  type Origin,
  type UnitedExtraction,
} from './extract-document.ts';
import type { Sign } from './watch-task.ts';

/** What a worker is given: one document and where it comes from. */
export interface ParseTask {
  readonly bytes: Uint8Array;
  readonly origin: Origin;
}

/** Where a worker tells how it goes. */
export interface Watched {
  readonly alive?: MessagePort;
}

function readers(alive?: MessagePort): ExtractDeps {
  const tell = (sign: Sign): void => alive?.postMessage(sign);
  tell({ kind: 'begun', thread: ownThread() });
  return {
    gazetteer: loadGazetteer(),
    lookups: reviewedLookups().lookups,
    loadOcr: tellingEngine(() => tell({ kind: 'alive' })),
    onRead: (reading, winner) => tell({ kind: 'read', reading, winner }),
  };
}

function tellingEngine(tell: () => void): LoadEngine {
  return async () => {
    const engine = await loadEngine();
    if (engine === null) return null;
    return {
      readLines: (lines) => {
        tell();
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
