import { hash } from 'node:crypto';
import { z } from 'zod';
import { ARCHIVE_PROBLEMS, ArchiveError } from '../../archive/archive-error.ts';
import { ALARM_KINDS, SKIP_REASONS, SOURCE_CAUSES } from '../../model/run-report.ts';
import { STORE_PROBLEMS, StoreError } from '../../store/store-error.ts';
import { hostOf } from './host-of.ts';

/** Why a run ends before its time; `crashed` is among the causes of a source. */
export const END_CAUSES = [...new Set([...STORE_PROBLEMS, ...ARCHIVE_PROBLEMS])] as const;

/** A message that no one took. */
export const MESSAGE_CAUSE = 'not_delivered';

/** Every cause that the log may name: the very codes of the run report and the database. */
export const LOG_CAUSES = [
  ...new Set([...SOURCE_CAUSES, ...SKIP_REASONS, ...ALARM_KINDS, ...END_CAUSES, MESSAGE_CAUSE]),
] as const;

export const LOG_EVENTS = [
  'run_started',
  'stage',
  'fetched',
  'address', // an address that was skipped, failed or is new
  'source_ended',
  'alarm',
  'run_ended',
  'run_failed',
  'message_failed',
] as const;

/**
 * A line of the log of a run. No text of a site and no address is in it, which may hold a session or a key: an
 * address is told by its host and a hash.
 */
export const LogLine = z.strictObject({
  time: z.iso.datetime(),
  level: z.enum(['info', 'warn', 'error']),
  run_id: z.int(),
  event: z.enum(LOG_EVENTS),
  stage: z.string(),
  /** Identifier of the source, which begins with the code of its division. */
  source: z.string().optional(),
  host: z.string().optional(),
  /** The first 16 digits of the SHA-256 of the address. */
  url_hash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  role: z.enum(['list', 'report', 'attachment']).optional(),
  outcome: z.string().optional(),
  cause: z.enum(LOG_CAUSES).optional(),
  /** What an alarm is about, and whether it is new. */
  about: z.string().optional(),
  state: z.string().optional(),
  status: z.int().optional(),
  bytes: z.int().optional(),
  ms: z.int().optional(),
  exit_code: z.int().optional(),
  counts: z.record(z.string(), z.int()).optional(),
});
export type LogLine = z.infer<typeof LogLine>;

/** What is told of; the rest of the line is known by who writes it. */
export interface LogEntry
  extends Omit<LogLine, 'time' | 'level' | 'run_id' | 'stage' | 'url_hash' | 'cause'> {
  readonly url?: string;
  /** Of a run report of another version it may be one that is not known: then it is left out. */
  readonly cause?: string | null;
  readonly level?: LogLine['level'];
}

/** Takes the lines of one run; never throws. */
export type WriteLine = (line: LogLine) => void;

/** The log of a run that is under way: what is told gets time, number and stage. */
export interface RunLog {
  readonly tell: (entry: LogEntry) => void;
  readonly enter: (stage: string) => void;
}

export function openRunLog(runId: number, now: () => Date, write: WriteLine): RunLog {
  let stage = 'started';
  const tell = (entry: LogEntry) => write(toLine(entry, runId, stage, now()));
  return {
    tell,
    enter: (next) => {
      stage = next;
      tell({ event: 'stage' });
    },
  };
}

const BAD_OUTCOMES: readonly (string | undefined)[] = ['failed', 'partly'];

/** An entry as a line, without any address. */
export function toLine(
  { url, level, cause, event, ...rest }: LogEntry,
  run_id: number,
  stage: string,
  at: Date,
): LogLine {
  const known = LOG_CAUSES.find((one) => one === cause);
  return {
    time: at.toISOString(),
    ...{ run_id, event, stage },
    level: level ?? (BAD_OUTCOMES.includes(rest.outcome) ? 'warn' : 'info'),
    ...rest,
    ...(url === undefined ? {} : { host: hostOf(url), url_hash: hashOf(url) }),
    ...(known === undefined ? {} : { cause: known }),
  };
}

export const hashOf = (url: string): string => hash('sha256', url, 'hex').slice(0, 16);

/** The code of an error that ended a run. */
export const causeOfEnd = (error: unknown): string =>
  error instanceof StoreError || error instanceof ArchiveError ? error.problem : 'crashed';
