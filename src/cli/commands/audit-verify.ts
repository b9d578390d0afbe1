import { escapeText } from '../../escape.ts';
import type { Message } from '../../model/finding.ts';
import { type LogProblem, verifyLog } from '../../store/review/verify-log.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { write } from '../output.ts';
import { anchorIn, anchorsOfRuns } from '../read-anchors.ts';
import { runsFolder } from '../runs-folder.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { withStore } from '../with-store.ts';

/**
 * `gongkai audit verify`: computes the chain of the log of decisions anew, and compares it with the heads that were
 * written down in reports of runs and in the files given. Throws StoreError, UsageError.
 *
 * @returns done; integrityFailed when it is not what it was
 */
export async function auditVerify(
  _: readonly string[],
  { anchor = [] }: { readonly anchor?: readonly string[] },
  session: Session,
): Promise<ExitCode> {
  const { database, lang, stdout } = session;
  const anchors = [...anchor.map(anchorIn), ...anchorsOfRuns(runsFolder(database))];
  return withStore(session, async (store) => {
    const { head, problem } = verifyLog(store, anchors);
    const lines = problem
      ? [TEXTS.logBroken(problem.event), TELL[problem.problem](problem)]
      : [TEXTS.logSound(head.events, anchors.length), TEXTS.logHead(head.events, head.hash)];
    await write(stdout, `${lines.map((line) => escapeText(line[lang])).join('\n')}\n`);
    return problem ? EXIT_CODES.integrityFailed : EXIT_CODES.done;
  });
}

const TELL: Readonly<Record<LogProblem['problem'], (problem: LogProblem) => Message>> = {
  number: () => TEXTS.logGap,
  hash: () => TEXTS.logEdited,
  short: (problem) => TEXTS.logShort('anchor' in problem ? problem.anchor.from : ''),
  rewritten: (problem) => TEXTS.logRewritten('anchor' in problem ? problem.anchor.from : ''),
};
