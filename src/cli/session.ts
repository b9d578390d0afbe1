import type { Message } from '../model/finding.ts';
import type { Language } from '../model/status.ts';

/** A stream as commands see it: a terminal has columns, a file or pipe has not. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** The edge of the process, handed in so that a command can be run inside a test. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Where a password is read from; none in a test that gives none. */
  readonly stdin?: Input;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Aborted when the process is asked to stop; a command that takes it stops by itself. `told` is what a person reads
   * then; without it, that the next run goes on.
   */
  readonly takeStopSignal?: (told?: Message) => AbortSignal;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The options that every command takes (contracts.md, section 1). */
export interface GlobalOptions {
  readonly database: string;
  readonly archive: string;
  readonly logLevel: LogLevel;
  readonly lang: Language;
}

export interface Session extends GlobalOptions, Io {}
