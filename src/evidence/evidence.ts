import { z } from 'zod';
import { Source } from '../model/source.ts';
import { LANGUAGES } from '../model/status.ts';

/** Why a document, or the place in it, cannot be shown; each is told apart (requirement A-06). */
export const EVIDENCE_FAULTS = [
  'not_archived', // the record was made without an archive
  'file_missing', // the archive's file is not there
  'no_access', // it is there and may not be read
  'hash_mismatch', // its bytes are not those that were read then
  'unrenderable', // a damaged, encrypted or unknown file
  'too_large', // it would take more time, memory or pixels than one document may
] as const;
export type EvidenceFault = (typeof EVIDENCE_FAULTS)[number];

/** A place to light: `chosen` is the cell that is looked at, others belong to it. */
export const LitPlace = z.object({ source: Source, label: z.string(), chosen: z.boolean() });
export type LitPlace = z.infer<typeof LitPlace>;

/** Percent: of its own size for markup and text, of the frame's width for pages. */
export const ZOOMS = [50, 100, 200] as const;
export type Zoom = (typeof ZOOMS)[number];

/** How a document is to be shown. */
export const EvidenceView = z.object({
  places: z.array(LitPlace),
  /** Page of a PDF, or number of a picture; null: the one with the chosen place, else the first. */
  page: z.int().positive().nullable(),
  zoom: z.literal(ZOOMS),
  /** Quarters by which a page is turned beyond what its file says. */
  turn: z.literal([0, 1, 2, 3]),
  lang: z.enum(LANGUAGES),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

/** What is shown: the body of an HTML document without scripts, and what of the places could be lit in it. */
export interface ShownEvidence {
  readonly body: string;
  /** Its size follows from the zoom already. */
  readonly scaled: boolean;
  /** Which of the places are lit, in their order. On another page is not lit. */
  readonly lit: readonly boolean[];
  /** Page that is shown and how many there are; null where a document has none. */
  readonly page: number | null;
  readonly pages: number | null;
}

export interface EvidenceFailure {
  readonly fault: EvidenceFault;
  /** What the reader of the file said, for those who mend it. */
  readonly detail: string;
}
export type MadeEvidence = ShownEvidence | EvidenceFailure;
export const isShown = (made: MadeEvidence): made is ShownEvidence => 'body' in made;
