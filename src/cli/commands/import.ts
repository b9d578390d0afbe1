import type { ImportedDocument, ImportResult } from '../../pipeline/import-documents.ts';
import { collectDocuments } from '../collect-documents.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { explainError } from '../explain-error.ts';
import { checkUrl } from '../options.ts';
import { note, write } from '../output.ts';
import { startProgress } from '../progress.ts';
import { escapeText } from '../render/escape.ts';
import { type NextStep, programName, renderNextSteps } from '../render/next-steps.ts';
import { choosePaint } from '../render/paint.ts';
import type { Session } from '../session.ts';
import { tellSkipped } from '../tell-skipped.ts';
import { OUTCOME_NAMES, TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';

export interface ImportOptions {
  readonly url?: string;
}

/**
 * `gongkai import`: a line for each document and what became of it, then the sum.
 *
 * @returns done; usage when no file could be read; someFailed when some failed
 * @throws the error that ended the batch early (disk full, database lost), after what was done is told
 */
export async function importPaths(
  paths: readonly string[],
  { url }: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  const collected = await collectDocuments(paths);
  const { files } = collected;
  checkUrl(url, files);
  tellSkipped(collected, session);
  if (files.length === 0) throw new UsageError(TEXTS.noDocuments);

  const inputs = files.map((file) => ({ path: file, file, ...(url === undefined ? {} : { url }) }));
  const { runImport } = await import('../importer.ts');
  const progress = await startProgress(files.length, session);
  const result = await runImport(inputs, session, () => progress.advance()).finally(() => progress.stop());
  await tellResult(result, session);
  if (result.stoppedBy !== undefined) throw result.stoppedBy;
  return exitCodeOf(result.documents, collected.unreadFolders.length);
}

async function tellResult({ documents, totals }: ImportResult, session: Session): Promise<void> {
  const { stdout, lang, database, archive } = session;
  for (const document of documents) await write(stdout, `${describeDocument(document, session)}\n`);
  const { inserted, updated, unchanged, failed, skipped } = totals;
  await write(stdout, `\n${TEXTS.importTotals(inserted, updated, unchanged, failed, skipped)[lang]}\n`);
  note(session, 'info', TEXTS.storedIn(escapeText(database), escapeText(archive))[lang]);
  if (!stdout.isTTY) return;
  const program = programName(session.env);
  const next: NextStep[] = [
    [`${program} findings`, TEXTS.nextFindings],
    [`${program} reports`, TEXTS.nextReports],
  ];
  await write(stdout, `\n${renderNextSteps(next, lang, choosePaint(stdout, session.env))}`);
}

function describeDocument(
  { input, outcome, findings, error, reportId }: ImportedDocument,
  { lang }: Session,
): string {
  const line = `${OUTCOME_NAMES[outcome][lang]}  ${escapeText(input.file ?? input.path)}`;
  if (error !== undefined) return `${line}  ${escapeText(explainError(error).text?.[lang] ?? '')}`;
  const errors = findings?.error ?? 0;
  return [line, reportId && `#${reportId}`, errors > 0 && TEXTS.errorCount(errors)[lang]]
    .filter(Boolean)
    .join('  ');
}

function exitCodeOf(documents: readonly ImportedDocument[], unreadFolders: number): ExitCode {
  const failed = documents.filter(({ outcome }) => outcome === 'failed');
  if (failed.length + unreadFolders === 0) return EXIT_CODES.done;
  const nothingRead =
    failed.length === documents.length && failed.every(({ error }) => error instanceof UsageError);
  return nothingRead ? EXIT_CODES.usage : EXIT_CODES.someFailed;
}
