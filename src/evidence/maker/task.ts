import type { EvidenceFailure, EvidenceView, MadeEvidence } from '../evidence.ts';
import type { SheetView } from '../pages/draw-sheet.ts';
import type { Sheet } from '../pages/sheet.ts';

/** What the child is asked for: a document for eyes, one page of it as a picture, or its words alone. */
export type EvidenceTask =
  | { readonly kind: 'body'; readonly bytes: Uint8Array; readonly view: EvidenceView }
  | { readonly kind: 'sheet'; readonly bytes: Uint8Array; readonly view: SheetView }
  | { readonly kind: 'text'; readonly bytes: Uint8Array };

/** What it gives for each; a fault of the document is a value. */
export interface TaskResults {
  readonly body: MadeEvidence;
  readonly sheet: Sheet | EvidenceFailure;
  readonly text: string | EvidenceFailure;
}

/** A result, or what a broken program threw, and what the process holds after it. */
export type Reply = { readonly heldBytes: number } & (
  | { readonly result: TaskResults[EvidenceTask['kind']] }
  | { readonly error: string }
);
