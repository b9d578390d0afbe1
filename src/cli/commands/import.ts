import { codeOf } from '../../archive/archive-error.ts';
import { escapeText } from '../../escape.ts';
import type { Message } from '../../model/finding.ts';
import type { ImportedDocument } from '../../pipeline/import-documents.ts';
import type { ImportedWarc } from '../../pipeline/import-warc.ts';
import type { RecordLeftOut } from '../../pipeline/warc-candidate.ts';
import { problemLine } from '../../sources/source-problem.ts';
import { collectDocuments, isDocumentName, isWarcName } from '../collect-documents.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { explainError } from '../explain-error.ts';
import type { Imported } from '../importer.ts';
import { OUTCOME_NAMES, RECORD_LEFT_OUT_NAMES } from '../names.ts';
import { checkUrl } from '../options.ts';
import { note, write } from '../output.ts';
import { recordProgress, startProgress } from '../progress.ts';
import { explainOpening } from '../read-document.ts';
import { type NextStep, programName, renderNextSteps } from '../render/next-steps.ts';
import { choosePaint } from '../render/paint.ts';
import type { Session } from '../session.ts';
import { tellSkipped } from '../tell-skipped.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { isAddress } from '../web-address.ts';

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
  const address = paths.find(isAddress);
  if (address !== undefined) throw new UsageError(TEXTS.addressGiven(address));
  const collected = await collectDocuments(paths, (name) => isDocumentName(name) || isWarcName(name));
  const { files } = collected;
  checkUrl(url, files);
  if (url !== undefined && files.some(isWarcName)) throw new UsageError(TEXTS.urlOfWarc);
  tellSkipped(collected, session);
  if (files.length === 0) throw new UsageError(TEXTS.noDocuments);

  const inputs = files.map((file) => ({ path: file, file, ...(url === undefined ? {} : { url }) }));
  const { runImport } = await import('../importer.ts');
  const progress = await startProgress(files.filter((file) => !isWarcName(file)).length, session);
  const listener = { onDocument: () => progress.advance(), onRecord: recordProgress(session) };
  const result = await runImport(inputs, session, listener).finally(() => progress.stop());
  await tellResult(result, session);
  if (result.stoppedBy !== undefined) throw result.stoppedBy;
  return exitCodeOf(result, collected.unreadFolders.length);
}

async function tellResult(result: Imported, session: Session): Promise<void> {
  const { documents, totals, warcs } = result;
  const { stdout, lang, database, archive } = session;
  for (const document of documents) await write(stdout, `${describeDocument(document, session)}\n`);
  for (const warc of warcs) await write(stdout, `\n${describeWarc(warc, session)}\n`);
  const { inserted, updated, unchanged, failed, skipped } = totals;
  await write(stdout, `\n${TEXTS.importTotals(inserted, updated, unchanged, failed, skipped)[lang]}\n`);
  tellCorrections(result, session);
  note(session, 'info', TEXTS.storedIn(escapeText(database), escapeText(archive))[lang]);
  if (!stdout.isTTY) return;
  const program = programName(session.env);
  const next: NextStep[] = [
    [`${program} findings`, TEXTS.nextFindings],
    [`${program} reports`, TEXTS.nextReports],
  ];
  await write(stdout, `\n${renderNextSteps(next, lang, choosePaint(stdout, session.env))}`);
}

/** Corrections and lookups that do not hold: the data needs a look, the documents do not. */
function tellCorrections({ across, dataProblems }: Imported, session: Session): void {
  for (const problem of dataProblems) {
    note(session, 'warn', escapeText(problemLine(problem, session.lang)));
  }
  for (const { correction, state } of across?.corrections ?? []) {
    if (state === 'applied') continue;
    const place = `data/corrections/${correction.file}:${correction.line}`;
    note(session, 'warn', TEXTS.correctionNotApplied(place, state)[session.lang]);
  }
}

function describeDocument(
  { input, outcome, findings, error, reportId }: ImportedDocument,
  { lang }: Session,
): string {
  const line = `${OUTCOME_NAMES[outcome][lang]}  ${escapeText(input.file ?? input.url ?? input.path)}`;
  if (error !== undefined) return `${line}  ${escapeText(explainError(error).text?.[lang] ?? '')}`;
  const errors = findings?.error ?? 0;
  return [line, reportId && `#${reportId}`, errors > 0 && TEXTS.errorCount(errors)[lang]]
    .filter(Boolean)
    .join('  ');
}

/** What was in a WARC file, and what was left out and why; a line more when something is wrong with it. */
function describeWarc(
  { input, records, documents, leftOut, damage, error }: ImportedWarc,
  { lang }: Session,
): string {
  const name = escapeText(input.file ?? input.path);
  const names = Object.entries(RECORD_LEFT_OUT_NAMES) as [RecordLeftOut, Message][];
  const reasons = names.filter(([reason]) => leftOut[reason] > 0);
  const lines = [
    TEXTS.warcRead(name, records, documents.length)[lang],
    ...(reasons.length > 0 ? [TEXTS.warcLeftOut[lang]] : []),
    ...reasons.map(([reason, words]) => `  ${leftOut[reason]}  ${words[lang]}`),
    ...(damage ? [(records === 0 ? TEXTS.warcUnreadable(name) : TEXTS.warcDamaged(name))[lang]] : []),
    ...(error === undefined ? [] : [escapeText(explainWarcError(error)[lang])]),
  ];
  return lines.join('\n');
}

/** A file that cannot be opened is told as one of any other kind is. */
const explainWarcError = (error: unknown): Message =>
  codeOf(error) === undefined
    ? (explainError(error).text ?? TEXTS.unexpectedError(''))
    : explainOpening(error);

function exitCodeOf({ documents, warcs }: Imported, unreadFolders: number): ExitCode {
  const failed = documents.filter(({ outcome }) => outcome === 'failed');
  const badWarcs = warcs.filter(
    ({ damage, error, leftOut }) => damage || error !== undefined || leftOut.damaged > 0,
  );
  if (failed.length + badWarcs.length + unreadFolders === 0) return EXIT_CODES.done;
  const nothingRead =
    failed.length === documents.length &&
    failed.every(({ error }) => error instanceof UsageError) &&
    warcs.every(({ records }) => records === 0);
  return nothingRead ? EXIT_CODES.usage : EXIT_CODES.someFailed;
}
