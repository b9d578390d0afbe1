import { type OcrEngine, startEngine } from '../../parsers/ocr/engine.ts';
import { findOcrStack } from './find-ocr-stack.ts';

let loaded: Promise<OcrEngine | null> | undefined;

/** The engine, loaded once a thread; null when the optional stack is not installed. */
export function loadEngine(): Promise<OcrEngine | null> {
  loaded ??= startEngine(findOcrStack());
  return loaded;
}
