import { escapeText } from '../../escape.ts';
import type { Origin } from '../../pipeline/extract-document.ts';
import { mapInOrder } from '../../pipeline/map-in-order.ts';
import { addressReader } from '../address-reader.ts';
import { collectDocuments } from '../collect-documents.ts';
import { type DocumentResult, nameOf, resultOfFindings } from '../document-record.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { firstLine } from '../explain-error.ts';
import type { FetchingOptions } from '../fetching.ts';
import { checkUrl } from '../options.ts';
import { note, write } from '../output.ts';
import { startProgress } from '../progress.ts';
import { unreadableFinding } from '../read-document.ts';
import { type ReadInput, readInput } from '../read-input.ts';
import type { Session } from '../session.ts';
import { tellSkipped } from '../tell-skipped.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { isAddress, isWebAddress } from '../web-address.ts';
import { csv, type DocumentFormat, json, jsonLines, type NamedResult } from '../write-documents.ts';

export interface ExtractOptions extends FetchingOptions {
  readonly format?: 'table' | 'json' | 'jsonl' | 'csv';
  readonly url?: string;
  /** Files that belong to the one document given: the fullest reading wins. */
  readonly attachment?: readonly string[];
}

/** Bytes to result: the pipeline's threads, or a stand-in in tests. */
export interface Extractor {
  readonly threads: number;
  extract(bytes: Uint8Array, origin: Origin): Promise<DocumentResult>;
  extractReport(
    documents: readonly { readonly bytes: Uint8Array; readonly origin: Origin }[],
  ): Promise<{ readonly extraction: DocumentResult; readonly winner: number }>;
  close(): Promise<void>;
}

/** Files that are read while others are being parsed: enough to hide the disk, few enough for the memory. */
const READ_AHEAD = 2;

/**
 * `gongkai extract`: each document's result in the order given, as soon as it is there.
 *
 * @returns done; usage when none of the files could be opened; someFailed when some could not, or a reader failed
 */
export async function extract(
  paths: readonly string[],
  options: ExtractOptions,
  session: Session,
  openExtractor: () => Promise<Extractor> = openPipeline,
): Promise<ExitCode> {
  const collected = await collectDocuments(paths);
  const { files } = collected;
  checkOptions(options, files);
  tellSkipped(collected, session);
  if (files.length === 0) note(session, 'warn', TEXTS.noDocuments[session.lang]);

  const format = await chooseFormat(options, paths.length === 1 && files[0] === paths[0], session);
  const progress = await startProgress(files.length, session);
  const extractor = await openExtractor();
  const addresses = addressReader(options, session);
  const failures: Failure[] = [];
  let position = 0;
  const results = mapInOrder(files, extractor.threads + READ_AHEAD, async (file) =>
    extractOne(await readInput(file, options, addresses), extractor, session),
  );
  try {
    await write(session.stdout, format.before);
    for await (const { document, failure } of results) {
      if (failure) failures.push(failure);
      await write(session.stdout, (position === 0 ? '' : format.between) + format.write(document));
      if (format.leavesOut?.(document)) tellLeftOut(document, session);
      position += 1;
      progress.advance();
    }
    await write(session.stdout, format.after);
  } finally {
    progress.stop();
    await addresses.close();
    await extractor.close();
  }
  if (files.length > 1)
    note(session, 'info', TEXTS.progressDone(files.length, failures.length)[session.lang]);
  return exitCodeOf(files.length, failures, collected.unreadFolders.length);
}

/** A document that a table of numbers has no row for is no less told of: its name, and why. */
function tellLeftOut({ name, result }: NamedResult, session: Session): void {
  const { lang } = session;
  const reasons = result.findings.filter(({ scope }) => scope === 'document');
  const why = (reasons.length > 0 ? reasons : result.findings).map(({ message }) => message[lang]);
  note(session, 'warn', TEXTS.noRow(escapeText(nameOf(name)), escapeText(why.join(' ')))[lang]);
}

async function openPipeline(): Promise<Extractor> {
  const { openParsePool } = await import('../../pipeline/parse-pool.ts');
  return openParsePool();
}

type Failure = 'no bytes' | 'reader failed';

interface OneRead {
  readonly document: NamedResult;
  readonly failure: Failure | null;
}

async function extractOne(
  { name, documents, findings, opened }: ReadInput,
  extractor: Extractor,
  session: Session,
): Promise<OneRead> {
  const [first] = documents;
  if (first === undefined) {
    const failure = opened ? null : 'no bytes';
    return { document: { name, result: resultOfFindings(findings) }, failure };
  }
  try {
    const { extraction, winner } =
      documents.length > 1
        ? await extractor.extractReport(documents)
        : { extraction: await extractor.extract(first.bytes, first.origin), winner: 0 };
    const readFrom = documents.length > 1 ? { read_from: documents[winner]?.name ?? first.name } : {};
    const result = { ...extraction, findings: [...extraction.findings, ...findings] };
    return { document: { name: { ...name, ...readFrom }, result }, failure: null };
  } catch (error) {
    // A fault of the program must not cost the documents that come after it.
    const message = TEXTS.readerFailed(firstLine(error));
    note(session, 'error', `${escapeText(nameOf(name))}: ${escapeText(message[session.lang])}`);
    if (error instanceof Error) note(session, 'debug', error.stack ?? '');
    const result = resultOfFindings([unreadableFinding(message), ...findings]);
    return { document: { name, result }, failure: 'reader failed' };
  }
}

/** Addresses and options that cannot be meant. Throws UsageError. */
function checkOptions({ url, attachment }: ExtractOptions, files: readonly string[]): void {
  const wrong = files.find((file) => isAddress(file) && !isWebAddress(file));
  if (wrong !== undefined) throw new UsageError(TEXTS.wrongAddress(wrong));
  checkUrl(url, files);
  if (attachment && files.length !== 1) throw new UsageError(TEXTS.attachmentForOneFile);
  if ((url !== undefined || attachment) && files.some(isAddress)) throw new UsageError(TEXTS.urlOfAddress);
}

async function chooseFormat(
  { format }: ExtractOptions,
  single: boolean,
  { stdout, env, lang }: Session,
): Promise<DocumentFormat> {
  switch (format ?? (stdout.isTTY ? 'table' : 'jsonl')) {
    case 'json':
      return json(lang, single);
    case 'jsonl':
      return jsonLines(lang);
    case 'csv':
      return csv(stdout.isTTY === true);
    case 'table': {
      const { documentText } = await import('../render/document-format.ts');
      return documentText({ stdout, env, lang });
    }
  }
}

function exitCodeOf(files: number, failures: readonly Failure[], unreadFolders: number): ExitCode {
  const noBytes = failures.filter((failure) => failure === 'no bytes').length;
  if (noBytes === files) return EXIT_CODES.usage;
  return failures.length + unreadFolders > 0 ? EXIT_CODES.someFailed : EXIT_CODES.done;
}
