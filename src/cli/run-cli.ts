import { CommanderError } from 'commander';
import { escapeLines, escapeText } from '../escape.ts';
import { EXIT_CODES, type ExitCode } from './exit-codes.ts';
import { explainError } from './explain-error.ts';
import { explainUsage } from './help.ts';
import { chooseLanguage } from './language.ts';
import { buildProgram } from './program.ts';
import type { GlobalOptions, Io } from './session.ts';
import { TEXTS } from './texts.ts';

/**
 * Runs one command line and gives its exit code: the one place where errors become words and numbers.
 *
 * @param argv what stands after the program's name
 */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  const lang = chooseLanguage(argv, io.env);
  let exitCode: ExitCode = EXIT_CODES.done;
  const program = buildProgram(io, lang, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    const { logLevel } = program.opts<Partial<GlobalOptions>>();
    const failure = error instanceof CommanderError ? explainUsage(error) : explainError(error);
    if (failure.text !== null) {
      io.stderr.write(`${TEXTS.errorPrefix[lang]}${escapeText(failure.text[lang])}\n`);
      for (const line of failure.details ?? []) io.stderr.write(`${escapeText(line[lang])}\n`);
      if (failure.exitCode === EXIT_CODES.usage) io.stderr.write(`${TEXTS.seeHelp[lang]}\n`);
    }
    if (logLevel === 'debug' && error instanceof Error && !(error instanceof CommanderError)) {
      io.stderr.write(`${escapeLines(error.stack ?? error.message)}\n`);
    }
    return failure.exitCode;
  }
}
