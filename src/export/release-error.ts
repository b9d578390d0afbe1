import type { Move } from './gates.ts';

export const RELEASE_PROBLEMS = ['not_empty', 'no_release', 'gate', 'stopped', 'ambiguous_id'] as const;
export type ReleaseProblem = (typeof RELEASE_PROBLEMS)[number];

/** No release was made, and nothing was left in its place. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
  readonly problem: ReleaseProblem;
  readonly subject: string;
  /** Of a gate: what moved beyond its band, and the largest moves. */
  readonly breaches: readonly Move[];
  readonly moves: readonly Move[];

  constructor(
    problem: ReleaseProblem,
    subject: string,
    {
      breaches = [],
      moves = [],
      ...options
    }: { readonly breaches?: readonly Move[]; readonly moves?: readonly Move[] } & ErrorOptions = {},
  ) {
    super(`${subject}: ${problem}`, options);
    this.problem = problem;
    this.subject = subject;
    this.breaches = breaches;
    this.moves = moves;
  }
}
