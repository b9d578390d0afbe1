import { escapeText } from '../../escape.ts';
import { findVariable } from '../../forms/index.ts';
import type { Cell } from '../../model/cell.ts';
import { openParsePool } from '../../pipeline/parse-pool.ts';
import { verifyCell } from '../../pipeline/verify-cell.ts';
import { findReports } from '../../store/release/find-cell.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { write } from '../output.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { withStore } from '../with-store.ts';

/**
 * `gongkai verify-cell`: one number again from the archive.
 *
 * @returns done when it is read as it is stored; integrityFailed when not
 */
export async function verifyCellCommand(
  [id = '', variable = '']: readonly string[],
  _options: object,
  session: Session,
): Promise<ExitCode> {
  if (!/^(?:\d{1,15}|[0-9a-f]{16,64})$/.test(id)) throw new UsageError(TEXTS.wrongReport(id));
  if (!findVariable(variable)) throw new UsageError(TEXTS.unknownVariable(variable));
  return withStore(session, async (store) => {
    const [report, ...others] = findReports(store, id);
    if (!report || others.length > 0) throw new UsageError(TEXTS.unknownReport(id));
    const pool = openParsePool({ threads: 1 });
    try {
      const verified = await verifyCell(report, variable, {
        ...{ store, archive: session.archive, extract: pool.extract },
      });
      if (!verified) throw new UsageError(TEXTS.notArchived(id));
      const { stored, read, equal } = verified;
      const { lang, stdout } = session;
      const lines = [
        `${variable}: ${TEXTS[equal ? 'cellEqual' : 'cellDifferent'][lang]}`,
        `${TEXTS.cellStored[lang]}${describe(stored)}`,
        `${TEXTS.cellRead[lang]}${describe(read)}`,
      ];
      await write(stdout, `${lines.join('\n')}\n`);
      return equal ? EXIT_CODES.done : EXIT_CODES.integrityFailed;
    } finally {
      await pool.close();
    }
  });
}

/** As in the JSON of a document. */
function describe(cell: Cell | undefined): string {
  if (!cell) return '–';
  const { variable: _, ...rest } = cell;
  return escapeText(JSON.stringify(rest));
}
