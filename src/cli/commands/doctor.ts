import { escapeText } from '../../escape.ts';
import type { Check, CheckState } from '../doctor/check.ts';
import { checkDatabase, checkSqlite } from '../doctor/check-database.ts';
import { checkChromium, checkEncodings, checkNode, checkSample } from '../doctor/check-program.ts';
import { checkDisk, checkWritable } from '../doctor/check-storage.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { STATE_NAMES } from '../names.ts';
import { write } from '../output.ts';
import { parseLeastFree } from '../parse-least-free.ts';
import { choosePaint, type Paint } from '../render/paint.ts';
import { widthOf } from '../render/width.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';

const STATE_STYLES: Record<CheckState, Parameters<Paint>[0]> = {
  ok: 'green',
  info: 'dim',
  warn: 'yellow',
  fail: 'red',
};

/**
 * `gongkai doctor`: one line for each thing the program needs, and below a bad one what mends it.
 *
 * @returns done when nothing fails; databaseUnusable when the database does; else usage
 */
export async function doctor(
  _paths: readonly string[],
  _options: object,
  session: Session,
): Promise<ExitCode> {
  const { stdout, env, lang, database, archive } = session;
  const checks = [
    checkNode(),
    await checkSqlite(),
    await checkDatabase(database),
    checkWritable(archive),
    checkDisk(database, parseLeastFree(env['GONGKAI_MIN_FREE'] || undefined)),
    checkSample(),
    checkEncodings(),
    checkChromium(env),
  ];
  const failed = checks.filter(({ state }) => state === 'fail');
  const summary = failed.length === 0 ? TEXTS.doctorAllGood : TEXTS.doctorProblems(failed.length);
  const lines = checks.map((check) => renderCheck(check, session, choosePaint(stdout, env)));
  await write(stdout, `${lines.join('\n')}\n\n${summary[lang]}\n`);
  if (failed.length === 0) return EXIT_CODES.done;
  return failed.some(({ ofDatabase }) => ofDatabase) ? EXIT_CODES.databaseUnusable : EXIT_CODES.usage;
}

function renderCheck({ name, state, text, fix }: Check, { lang }: Session, paint: Paint): string {
  const line = `${paint(STATE_STYLES[state], pad(STATE_NAMES[state][lang], 4))}  ${pad(name[lang], 18)}  ${escapeText(text[lang])}`;
  return fix ? `${line}\n${' '.repeat(26)}${TEXTS.doctorFix(fix[lang])[lang]}` : line;
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
