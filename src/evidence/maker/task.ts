import type { EvidenceView, MadeEvidence } from '../evidence.ts';

/** What the child is asked for: a document for eyes, or its words alone. */
export type EvidenceTask =
  | { readonly kind: 'show'; readonly bytes: Uint8Array; readonly view: EvidenceView }
  | { readonly kind: 'text'; readonly bytes: Uint8Array };

/** What it answers; a broken program is an error, not a fault of the document. */
export type EvidenceAnswer =
  | { readonly kind: 'show'; readonly made: MadeEvidence }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly message: string };

/** An answer, and what the process holds after it. */
export interface Reply {
  readonly answer: EvidenceAnswer;
  readonly heldBytes: number;
}
