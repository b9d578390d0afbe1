import { loadEngine } from '../../../src/ocr/load-engine.ts';
import { extractDocument } from '../../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import type { Truth } from '../../generate/document.ts';
import { type Score, scoreDocument } from '../../golden/score-document.ts';

export interface ScanScore extends Score {
  readonly cells: number;
  readonly seconds: number;
}

/** Reads a scan with the engine, as the commands do, and compares with what was printed. */
export async function scoreScan(truth: Truth, bytes: Uint8Array, file: string): Promise<ScanScore> {
  const begun = performance.now();
  const record = await extractDocument(bytes, { file }, { gazetteer: loadGazetteer(), loadOcr: loadEngine });
  const seconds = (performance.now() - begun) / 1000;
  return { ...scoreDocument(truth, record), cells: Object.keys(truth.values).length, seconds };
}
