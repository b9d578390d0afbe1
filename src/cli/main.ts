#!/usr/bin/env node
import process from 'node:process';
import type { Message } from '../model/finding.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { explainError } from './explain-error.ts';
import { chooseLanguage } from './language.ts';
import { runCli } from './run-cli.ts';
import { TEXTS } from './texts.ts';

const argv = process.argv.slice(2);

/** The reader has gone (`| head`): nothing is wrong, and nobody is left to tell. Anything else is an error. */
function endOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT_CODES.done);
  const { exitCode, text } = explainError(error);
  process.stderr.write(`${text?.[chooseLanguage(argv, process.env)]}\n`, () => process.exit(exitCode));
}

const stopping = new AbortController();
/** What is said when a command that stops by itself is asked to; undefined: it does not. */
let words: Message | undefined;

/** A command that takes the signal stops by itself; a second signal ends it at once. */
const takeStopSignal = (told: Message = TEXTS.stopping): AbortSignal => {
  words = told;
  return stopping.signal;
};

/** A load is one transaction a report, so stopping between two is safe. */
function stop(): void {
  if (words && !stopping.signal.aborted) {
    process.stderr.write(`\n${words[chooseLanguage(argv, process.env)]}\n`);
    stopping.abort();
    return;
  }
  process.stderr.write(`\n${TEXTS.stopped[chooseLanguage(argv, process.env)]}\n`, () => {
    process.exit(EXIT_CODES.stopped);
  });
}

process.stdout.on('error', endOutput);
// Notes that nobody reads must not end the work.
process.stderr.on('error', () => {});
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
const { stdin, stdout, stderr, env } = process;
process.exitCode = await runCli(argv, { stdin, stdout, stderr, env, takeStopSignal });
