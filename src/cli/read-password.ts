import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Message } from '../model/finding.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/**
 * A password: typed twice on a terminal, unseen, or the first line of standard input. Never an argument, which every
 * user of the machine could read. Throws UsageError.
 */
export async function readPassword(name: string, session: Session): Promise<string> {
  if (!session.stdin) throw new UsageError(TEXTS.passwordMissing);
  const { ask, close } = unseenLines(session.stdin, session);
  try {
    if (!session.stdin.isTTY) return await ask(null);
    const password = await ask(TEXTS.passwordPrompt(name));
    if ((await ask(TEXTS.passwordAgain)) !== password) throw new UsageError(TEXTS.passwordsDiffer);
    return password;
  } finally {
    close();
  }
}

/** What is typed is not shown: readline writes its echo to nowhere, and the prompts are written by us. */
function unseenLines(input: NonNullable<Session['stdin']>, { stderr, lang }: Session) {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: nowhere, terminal: input.isTTY === true });
  const lines = reader[Symbol.asyncIterator]();
  const ask = async (prompt: Message | null): Promise<string> => {
    if (prompt) stderr.write(prompt[lang]);
    const { value, done } = await lines.next();
    if (prompt) stderr.write('\n');
    if (done || value === '') throw new UsageError(TEXTS.passwordMissing);
    return value;
  };
  return { ask, close: () => reader.close() };
}
