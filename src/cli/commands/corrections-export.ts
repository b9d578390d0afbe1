import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCorrections } from '../../corrections/load-corrections.ts';
import { writeCorrections, writeEntries } from '../../corrections/write-corrections.ts';
import { findVariable } from '../../forms/index.ts';
import type { CorrectionEntry } from '../../model/correction.ts';
import { reviewCorrections } from '../../store/review/correct.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { write } from '../output.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { withStore } from '../with-store.ts';

/**
 * `gongkai corrections export`: writes the corrections made in the review app as files of data/corrections. What is in
 * a file already stays as it is; a cell that is corrected there is left out. Throws StoreError, UsageError.
 */
export async function correctionsExport(
  _: readonly string[],
  { to }: { readonly to?: string },
  session: Session,
): Promise<ExitCode> {
  const { stdout, lang } = session;
  if (to === undefined) throw new UsageError(TEXTS.correctionsNowhere);
  return withStore(session, async (store) => {
    const filed = new Set(
      loadCorrections(to, (name) => findVariable(name) !== undefined).corrections.map(cellOf),
    );
    const fresh = reviewCorrections(store).filter((one) => !filed.has(cellOf(one)));
    for (const { path, division, text } of writeCorrections(fresh)) {
      const file = join(to, path);
      const own = fresh.filter((one) => one.division === division);
      putWhole(file, existsSync(file) ? appended(readFileSync(file, 'utf8'), writeEntries(own)) : text);
      await write(stdout, `${file}: ${TEXTS.correctionsWritten(own.length)[lang]}\n`);
    }
    if (fresh.length === 0) await write(stdout, `${TEXTS.correctionsNone[lang]}\n`);
    return EXIT_CODES.done;
  });
}

const cellOf = ({ division, agency, year, variable }: CorrectionEntry): string =>
  JSON.stringify([division, agency, year, variable]);

const appended = (before: string, entries: string): string => `${before.trimEnd()}\n${entries}`;

/** A reader finds the file as it was or as it is. */
function putWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
