import type { FetchCause } from '../model/exchange.ts';
import type { Finding, Message } from '../model/finding.ts';
import type { FetchedReport, MissingPart } from '../pipeline/fetch-report.ts';
import { makeFinding } from '../rules/make-finding.ts';
import { causeWords } from '../runs/cause-words.ts';
import type { DocumentName } from './document-record.ts';
import { readDocument, unreadableFinding } from './read-document.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';
import { isAddress } from './web-address.ts';

export interface InputDocument {
  /** The file or address, as it is told of. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly origin: { readonly file?: string; readonly url?: string };
}

/** What stands behind one argument of the command line. */
export interface ReadInput {
  readonly name: DocumentName;
  /** One report: a page and its attachments, the page first. Empty when there is nothing to parse. */
  readonly documents: readonly InputDocument[];
  /** What the reading itself has to say: why there is nothing, or what of the report is missing. */
  readonly findings: readonly Finding[];
  /** There is something at the file or address, whatever is thought of it. */
  readonly opened: boolean;
}

export interface InputOptions {
  readonly url?: string;
  readonly attachment?: readonly string[];
}

/** Fetches the report at an address; opened with the first one, so that files cost no network client. */
export interface AddressReader {
  read(url: string): Promise<FetchedReport>;
  close(): Promise<void>;
}

/** Reads a file or an address. Throws UsageError for an attachment that cannot be opened. */
export const readInput = (
  input: string,
  options: InputOptions,
  addresses: AddressReader,
): Promise<ReadInput> => (isAddress(input) ? readAddress(input, addresses) : readFiles(input, options));

async function readFiles(file: string, { url, attachment = [] }: InputOptions): Promise<ReadInput> {
  const name = url === undefined ? { file } : { file, url };
  const read = await readDocument(file);
  if ('finding' in read) {
    return { name, documents: [], findings: [read.finding], opened: !read.unreadable };
  }
  const documents: InputDocument[] = [{ name: file, bytes: read.bytes, origin: name }];
  for (const path of attachment) {
    const part = await readDocument(path);
    if ('finding' in part) throw new UsageError(part.finding.message);
    documents.push({ name: path, bytes: part.bytes, origin: { file: path } });
  }
  return { name, documents, findings: [], opened: true };
}

async function readAddress(address: string, addresses: AddressReader): Promise<ReadInput> {
  const { documents, missing } = await addresses.read(address);
  const opened = documents.length > 0;
  return {
    name: { url: address },
    documents: documents.map(({ url, bytes }) => ({ name: url, bytes, origin: { url } })),
    findings: missing.map(opened ? missingFinding : refusedFinding),
    opened,
  };
}

const refusedFinding = ({ cause, detail }: MissingPart): Finding => {
  const words = causeWords(cause);
  const hint = hintOf(cause);
  return unreadableFinding({
    zh: TEXTS.notFetched(cause, words.zh, detail).zh + hint.zh,
    en: TEXTS.notFetched(cause, words.en, detail).en + hint.en,
  });
};

/** What can be done about an address that was not had, where this program can do something. */
export const hintOf = (cause: FetchCause): Message =>
  cause === 'private_address' ? TEXTS.privateAddress : { zh: '', en: '' };

/** The page is there; what it refers to may hold the figures. */
function missingFinding({ url, cause, detail }: MissingPart): Finding {
  const words = causeWords(cause);
  const message = {
    zh: TEXTS.partNotFetched(url, cause, words.zh, detail).zh,
    en: TEXTS.partNotFetched(url, cause, words.en, detail).en,
  };
  return makeFinding({ rule: 'document.unreadable', scope: 'attachment', severity: 'error', message });
}
