import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Exports as a user does: the built program in a process of its own. */
export async function exportFrom(database: string, to: string, formats: readonly string[]): Promise<void> {
  const program = join(import.meta.dirname, '../../dist/src/cli/main.js');
  const args = [
    '--database',
    database,
    '--log-level',
    'error',
    'export',
    '--to',
    to,
    '--formats',
    formats.join(','),
  ];
  await run(process.execPath, [program, ...args]);
}
