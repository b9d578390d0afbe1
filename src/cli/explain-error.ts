import type { ArchiveError, ArchiveProblem } from '../archive/archive-error.ts';
import type { ReleaseError, ReleaseProblem } from '../export/release-error.ts';
import type { Message } from '../model/finding.ts';
import type { StoreError, StoreProblem } from '../store/store-error.ts';
import { EXIT_CODES, type ExitCode } from './exit-codes.ts';
import { ARCHIVE_PROBLEMS_ZH, STORE_PROBLEMS_ZH } from './names.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** How the program ends, and the line that says why; null when all has been said. */
export interface Failure {
  readonly exitCode: ExitCode;
  readonly text: Message | null;
  /** Lines below it. */
  readonly details?: readonly Message[];
}

interface CodedError extends Error {
  readonly code?: string;
  readonly path?: string;
}

type Explain = (error: CodedError) => Failure;

const STORE_EXITS: Readonly<Partial<Record<StoreProblem, ExitCode>>> = {
  locked: EXIT_CODES.lockHeld,
  run_locked: EXIT_CODES.lockHeld,
  disk_full: EXIT_CODES.diskFull,
  exists: EXIT_CODES.usage,
  unknown_variable: EXIT_CODES.unexpected,
  bad_input: EXIT_CODES.unexpected,
};
const store = (error: CodedError): Failure => {
  const { problem, file, message, facts } = error as StoreError;
  const zh = `${file}：${facts ? `（${facts}）` : ''}${STORE_PROBLEMS_ZH[problem]}`;
  return { exitCode: STORE_EXITS[problem] ?? EXIT_CODES.databaseUnusable, text: { zh, en: message } };
};
const ARCHIVE_EXITS: Readonly<Record<ArchiveProblem, ExitCode>> = {
  locked: EXIT_CODES.lockHeld,
  disk_full: EXIT_CODES.diskFull,
  damaged: EXIT_CODES.integrityFailed,
  no_access: EXIT_CODES.usage,
  broken_disk: EXIT_CODES.databaseUnusable,
  missing: EXIT_CODES.usage,
};
const archive = (error: CodedError): Failure => {
  const { problem, message } = error as ArchiveError;
  const [where = ''] = message.split(': ', 1);
  return {
    exitCode: ARCHIVE_EXITS[problem],
    text: { zh: `${where}：${ARCHIVE_PROBLEMS_ZH[problem]}`, en: message },
  };
};
const RELEASE_FAILURES: Readonly<Record<ReleaseProblem, (error: ReleaseError) => Failure>> = {
  not_empty: ({ subject }) => ({ exitCode: EXIT_CODES.usage, text: TEXTS.releaseNotEmpty(subject) }),
  no_release: ({ subject }) => ({ exitCode: EXIT_CODES.usage, text: TEXTS.releaseMissing(subject) }),
  ambiguous_id: ({ subject }) => ({ exitCode: EXIT_CODES.unexpected, text: TEXTS.releaseAmbiguous(subject) }),
  stopped: ({ subject }) => ({ exitCode: EXIT_CODES.stopped, text: TEXTS.releaseStopped(subject) }),
  gate: ({ subject, breaches, moves }) => ({
    exitCode: EXIT_CODES.gateFailed,
    text: TEXTS.gateFailed(subject),
    details: [
      ...[TEXTS.gateBreaches, ...breaches.map(TEXTS.gateMove)],
      ...[TEXTS.gateMoves, ...moves.map(TEXTS.gateMove)],
    ],
  }),
};
const release = (error: CodedError): Failure => {
  const told = error as ReleaseError;
  return RELEASE_FAILURES[told.problem](told);
};
const full = (): Failure => ({ exitCode: EXIT_CODES.diskFull, text: TEXTS.diskFull });
const forbidden = (error: CodedError): Failure => ({
  exitCode: EXIT_CODES.usage,
  text: TEXTS.notPermitted(error.path ?? error.message),
});
const badPath = (error: CodedError): Failure => ({
  exitCode: EXIT_CODES.usage,
  text: TEXTS.pathUnusable(error.path ?? error.message, error.code ?? ''),
});

/**
 * What each kind of error means, by its code or else its name, so that no heavy module is loaded only to ask
 * `instanceof`.
 */
const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  StoreError: store,
  ArchiveError: archive,
  ReleaseError: release,
  ENOSPC: full,
  EDQUOT: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: forbidden,
  ENOTDIR: badPath,
  EISDIR: badPath,
  ENAMETOOLONG: badPath,
};

/** The exit code and the words for any error. An unknown one is the program's own fault: exit code 1. */
export function explainError(error: unknown): Failure {
  if (error instanceof UsageError) return { exitCode: EXIT_CODES.usage, text: error.text };
  for (const cause of withCauses(error)) {
    const explain = EXPLANATIONS[cause.code ?? ''] ?? EXPLANATIONS[cause.name];
    if (explain) return explain(cause);
  }
  return { exitCode: EXIT_CODES.unexpected, text: TEXTS.unexpectedError(firstLine(error)) };
}

/** The first line of what an error says; never empty. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.split('\n', 1)[0] ?? text;
}

function* withCauses(error: unknown): Generator<CodedError> {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    yield cause as CodedError;
  }
}
