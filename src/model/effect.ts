import type { Finding } from './finding.ts';

/** What other numbers would change. */
export interface Effect {
  /** Contradictions that would be gone. */
  readonly repaired: readonly Finding[];
  /** Those that there would be instead. */
  readonly broken: readonly Finding[];
  /** Those that would stay. */
  readonly kept: readonly Finding[];
}
