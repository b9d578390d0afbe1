/** What a cell says, and how sure that is: 1 is certain, near 0 nothing may be built on it. */
export interface CellText {
  readonly text: string;
  readonly confidence: number;
}

/** Ink that no character was read from. */
export const UNREAD = '\ufffd';

/** All dashes print alike: one flat stroke. */
export const DASH = '—';
