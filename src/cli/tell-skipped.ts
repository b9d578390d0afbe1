import { escapeText } from '../escape.ts';
import type { Language } from '../model/status.ts';
import type { CollectedDocuments } from './collect-documents.ts';
import { note } from './output.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';

/** What of the folders was left out, on standard error: nothing is skipped in silence. */
export function tellSkipped(
  { otherKinds, hidden, unreadFolders }: CollectedDocuments,
  session: Session,
): void {
  const { lang } = session;
  if (otherKinds.length > 0)
    note(session, 'info', TEXTS.skippedFiles(otherKinds.length, named(otherKinds, lang))[lang]);
  if (hidden.length > 0) note(session, 'info', TEXTS.skippedHidden(hidden.length, named(hidden, lang))[lang]);
  for (const { path, code } of unreadFolders) {
    note(session, 'warn', TEXTS.unreadFolder(escapeText(path), code)[session.lang]);
  }
}

/** Files that are named; more are counted: a folder of a saved page holds hundreds of scripts. */
const MOST_NAMED = 10;

function named(paths: readonly string[], lang: Language): string {
  const shown = paths
    .slice(0, MOST_NAMED)
    .map(escapeText)
    .join(lang === 'zh' ? '、' : ', ');
  const more = paths.length - MOST_NAMED;
  return more > 0 ? `${shown} ${TEXTS.andMore(more)[lang]}` : shown;
}
