import { parseDocument } from '../../parsers/index.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { validateReading } from '../validators/index.ts';
import { sha256Of } from './sha256.ts';

/** Where a document comes from: its name on disk, its address, or both. */
export interface Origin {
  readonly file?: string;
  readonly url?: string;
}

export interface ExtractDeps {
  readonly gazetteer: Gazetteer;
}

/** The record of one document: bytes → reading → findings. Bad documents give findings, never a throw. */
export async function extractDocument(
  bytes: Uint8Array,
  origin: Origin,
  { gazetteer }: ExtractDeps,
): Promise<Extraction> {
  const reading = await parseDocument(bytes, { ...origin, gazetteer });
  return { ...validateReading(reading), sha256: sha256Of(bytes) };
}
