import { join } from 'node:path';
import { runCli } from '../../src/cli/run-cli.ts';
import { capture } from './hand-made.ts';

/** Runs the program in this process, in English, on the database and the archive of a folder. */
export async function runIn(
  dir: string,
  ...argv: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  const io = capture();
  const places = ['--database', join(dir, 'db.sqlite'), '--archive', join(dir, 'archive')];
  const code = await runCli(['--lang', 'en', ...places, ...argv], io);
  return { code, out: io.out(), err: io.err() };
}
