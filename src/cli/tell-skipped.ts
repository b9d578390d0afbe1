import type { CollectedDocuments } from './collect-documents.ts';
import { note } from './output.ts';
import { escapeText } from './render/escape.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';

/** What of the folders was left out, on standard error: nothing is skipped in silence. */
export function tellSkipped(
  { otherKinds, hidden, unreadFolders }: CollectedDocuments,
  session: Session,
): void {
  if (otherKinds + hidden > 0) note(session, 'info', TEXTS.skippedFiles(otherKinds, hidden)[session.lang]);
  for (const { path, code } of unreadFolders) {
    note(session, 'warn', TEXTS.unreadFolder(escapeText(path), code)[session.lang]);
  }
}
