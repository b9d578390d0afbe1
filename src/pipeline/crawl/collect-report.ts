import { hash } from 'node:crypto';
import type { ArticleReading } from '../../../scrapers/families/family.ts';
import type { SkipReason } from '../../model/run-report.ts';
import { otherSourceOf } from '../../store/crawl/pages.ts';
import { parsedOf, saveParsed } from '../../store/crawl/parsed.ts';
import type { PageRow } from '../../store/schema.ts';
import { write } from '../../store/write.ts';
import { type LoadedReport, loadReport, type UnitDocument } from './load-report.ts';
import { contentAddress, GONE_CAUSES, type Obtained, obtain, obtainContent } from './obtain.ts';
import { commitPage, type SourceCrawl } from './source-crawl.ts';
import { type Candidate, hostOf } from './walk-lists.ts';

/** What became of one candidate; `report` when it was parsed and stored tonight. */
export interface Collected {
  readonly url: string;
  readonly outcome: 'new' | 'same' | 'skipped' | 'failed' | 'pending';
  readonly changed?: boolean;
  readonly reason?: SkipReason | string;
  readonly report?: LoadedReport;
  /** It was stored as a report before, and is none any more. */
  readonly vanished?: boolean;
}

/** Frames in frames end somewhere. */
const MOST_HOPS = 3;
const MOST_ATTACHMENTS = 30;

/**
 * Has a candidate's page and its attachments, and stores the record they give together. Nothing is parsed again
 * when the same bytes gave a sound record with the same parser.
 */
export async function collectReport(crawl: SourceCrawl, candidate: Candidate): Promise<Collected> {
  const { deps, source } = crawl;
  const { url } = candidate;
  if (otherSourceOf(deps.store, url, deps.round, source.id)) {
    return { url, outcome: 'skipped', reason: 'other_source' };
  }
  const main = await obtain(crawl, { role: 'report', request: { url }, title: candidate.title });
  const { page } = main;
  const before = parsedOf(deps.store, page.id);
  if (page.outcome === 'pending') return { url, outcome: 'pending' };
  if (main.read === null) return failed(candidate, page, before?.outcome === 'loaded');
  const parts = page.outcome === 'same' && before ? childrenOf(crawl, page) : await readParts(crawl, main);
  if (parts === null) return notAReport(crawl, candidate, page, before?.outcome === 'loaded');
  const attachments: Obtained[] = [];
  for (const part of parts) {
    if (part.url === contentAddress(main.url)) {
      attachments.push(await obtainContent(crawl, main, part.content ?? null));
      continue;
    }
    const obtained = await obtain(crawl, {
      role: 'attachment',
      request: { url: part.url },
      title: part.name,
      parent: page,
    });
    if (obtained.page.outcome === 'pending') return { url, outcome: 'pending' };
    attachments.push(obtained);
  }
  return parseUnit(crawl, candidate, main, attachments);
}

/** A file or a frame of a report's page, or the article that its script holds. */
interface Part {
  readonly url: string;
  readonly name: string | null;
  readonly content?: Uint8Array;
}

/** Attachments that the page had when it was last read. */
function childrenOf(crawl: SourceCrawl, page: PageRow): Part[] {
  return [...crawl.pages.values()]
    .filter(({ parent }) => parent === page.id)
    .map(({ url, title }) => ({ url, name: title }));
}

/** The files and frames of a report's page; null when it holds no report. */
async function readParts(crawl: SourceCrawl, main: Obtained): Promise<readonly Part[] | null> {
  const bytes = main.read ? await main.read() : new Uint8Array();
  // A report may lie at the address of a file: there is no page to read around it.
  if (!looksLikeMarkup(bytes)) return [];
  const parts = new Map<string, Part>();
  const article = readArticle(crawl, main.url, bytes);
  let isReport = article.isReport;
  const frames = article.elsewhere.map((url) => ({ url, hops: 1 }));
  if (article.content !== undefined) {
    const url = contentAddress(main.url);
    parts.set(url, { url, name: null, content: Buffer.from(article.content) });
  }
  addAttachments(parts, article);
  for (const { url, hops } of frames) {
    if (parts.has(url) || !crawl.inScope(hostOf(url))) continue;
    const frame = await obtain(crawl, { role: 'attachment', request: { url }, parent: main.page });
    if (frame.read === null) continue;
    const inner = readArticle(crawl, frame.url, await frame.read());
    isReport ||= inner.isReport;
    if (inner.isReport) parts.set(url, { url, name: null });
    addAttachments(parts, inner);
    if (hops < MOST_HOPS) frames.push(...inner.elsewhere.map((next) => ({ url: next, hops: hops + 1 })));
  }
  return isReport ? [...parts.values()].slice(0, MOST_ATTACHMENTS) : null;
}

const readArticle = ({ family, deps }: SourceCrawl, url: string, bytes: Uint8Array): ArticleReading =>
  family.readArticle({ url, text: deps.decode(bytes) });

function addAttachments(parts: Map<string, Part>, { attachments, isReport }: ArticleReading): void {
  if (!isReport) return;
  for (const { url, name } of attachments) parts.set(url, { url, name });
}

/** Markup, JSON or text, in any encoding: not a PDF, a zip, an OLE file or an image. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart();
  return (
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*[<{[]/.test(head) || /<html|<body|<div|<!doctype/i.test(head)
  );
}

async function parseUnit(
  crawl: SourceCrawl,
  candidate: Candidate,
  main: Obtained,
  attachments: readonly Obtained[],
): Promise<Collected> {
  const { deps } = crawl;
  const { page } = main;
  const { url } = candidate;
  const isNew = [main, ...attachments].some((part) => part.page.outcome === 'new');
  const changed = isNew && (page.first_round < deps.round || wasParsed(crawl, page));
  const outcome = { url, outcome: isNew ? 'new' : 'same', changed } as const;
  if (deps.parser === null) return outcome;
  const documents = [main, ...attachments].filter((part) => part.read !== null);
  const unit = hash('sha256', documents.map((part) => `${part.url} ${hex(part.page)}`).join('\n'), 'hex');
  const before = parsedOf(deps.store, page.id);
  if (before && before.unit === unit && before.parser_version === deps.parser.version) {
    if (before.outcome === 'not_a_report') return { url, outcome: 'skipped', reason: 'not_a_report' };
    if (before.outcome === 'loaded') return outcome;
  }
  const read: UnitDocument[] = [];
  for (const part of documents) {
    read.push({
      url: part.url,
      sha256: hex(part.page),
      bytes: await (part.read as () => Promise<Uint8Array>)(),
    });
  }
  const report = await loadReport(crawl, page, read);
  const row = { page: page.id, unit, parser_version: deps.parser.version, outcome: report.outcome } as const;
  write(deps.store, () => saveParsed(deps.store, { ...row, report: report.reportId ?? null }));
  if (report.outcome === 'not_a_report') {
    return { url, outcome: 'skipped', reason: 'not_a_report', vanished: before?.outcome === 'loaded' };
  }
  return { ...outcome, report };
}

const hex = ({ sha256 }: PageRow): string => Buffer.from(sha256 ?? []).toString('hex');

/** Resumed in the same round, a page that is new tonight may have been parsed before the run was cut off. */
const wasParsed = ({ deps }: SourceCrawl, page: PageRow): boolean =>
  page.first_round < deps.round && parsedOf(deps.store, page.id) !== undefined;

function failed({ url, guessed }: Candidate, { cause }: PageRow, wasLoaded: boolean): Collected {
  const gone = GONE_CAUSES.some((one) => one === cause);
  if (gone && guessed && !wasLoaded) return { url, outcome: 'skipped', reason: 'not_published' };
  return { url, outcome: 'failed', reason: cause ?? 'bad_status', vanished: gone && wasLoaded };
}

async function notAReport(
  crawl: SourceCrawl,
  { url, guessed }: Candidate,
  page: PageRow,
  wasLoaded: boolean,
): Promise<Collected> {
  await commitPage(crawl, { ...page, cause: 'not_a_report' });
  return { url, outcome: 'skipped', reason: guessed ? 'not_published' : 'not_a_report', vanished: wasLoaded };
}
