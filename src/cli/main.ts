#!/usr/bin/env node
import process from 'node:process';
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

/** A load is one transaction a report, so stopping between two is safe. */
function stop(): void {
  process.stderr.write(`\n${TEXTS.stopped[chooseLanguage(argv, process.env)]}\n`, () => {
    process.exit(EXIT_CODES.stopped);
  });
}

process.stdout.on('error', endOutput);
// Notes that nobody reads must not end the work.
process.stderr.on('error', () => {});
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
process.exitCode = await runCli(argv, process);
