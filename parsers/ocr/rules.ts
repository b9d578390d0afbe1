/** A ruling line found in the image: centre `at` across its direction, from..to along it, in pixels. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  /** Where along it there is ink. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** The rules that are long enough to be nothing else, and scraps that only others around them make a rule. */
export interface FoundRules extends Rules {
  readonly scraps: Rules;
}
