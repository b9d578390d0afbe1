import { once } from 'node:events';
import { escapeLines } from '../escape.ts';
import { LOG_LEVELS, type LogLevel, type Output, type Session } from './session.ts';

/** Writes and waits while the reader is slow, so that a long result is never piled up in memory. */
export async function write(stream: Output, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/**
 * What the person at the keyboard is told: standard error, only when the log level lets it through. Whoever calls it
 * keeps what a source wrote within one line (`escapeText`); nothing that a terminal obeys gets past here.
 */
export function note(session: Session, level: Exclude<LogLevel, 'silent'>, line: string): void {
  if (isLogged(session.logLevel, level)) session.stderr.write(`${escapeLines(line)}\n`);
}

export function isLogged(threshold: LogLevel, level: LogLevel): boolean {
  return LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(threshold);
}
