import type { Message } from '../../model/finding.ts';

export const CHECK_STATES = ['ok', 'info', 'warn', 'fail'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** One line of doctor: what was looked at, how it is, and what mends it. */
export interface Check {
  readonly name: Message;
  readonly state: CheckState;
  readonly text: Message;
  readonly fix?: Message;
  /** Whether its failure is one of the database, which has an exit code of its own. */
  readonly ofDatabase?: true;
}
