/** What the program says with its exit status (contracts.md, section 1). The numbers are public: add, never change. */
export const EXIT_CODES = {
  done: 0,
  unexpected: 1,
  usage: 2,
  diskFull: 3,
  databaseUnusable: 4,
  lockHeld: 5,
  someFailed: 6,
  gateFailed: 7,
  networkDown: 8,
  timeBudgetReached: 10,
  stopped: 11,
  integrityFailed: 12,
} as const;
export type ExitName = keyof typeof EXIT_CODES;
export type ExitCode = (typeof EXIT_CODES)[ExitName];
