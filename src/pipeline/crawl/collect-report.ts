import { hash } from 'node:crypto';
import type { SkipReason } from '../../model/run-report.ts';
import { parsedOf, saveParsed } from '../../store/crawl/parsed.ts';
import type { PageRow, ParsedRow } from '../../store/schema.ts';
import { write } from '../../store/write.ts';
import { type LoadedReport, loadReport, type UnitDocument } from './load-report.ts';
import { GONE_CAUSES, NOT_DUE, type Obtained, obtain, vanishedIn } from './obtain.ts';
import { knownParts, obtainPart, type Part, readParts } from './read-parts.ts';
import { commitPage, commitParts, type SourceCrawl } from './source-crawl.ts';
import type { Candidate } from './walk-lists.ts';

/** What became of one candidate; `report` when it was parsed and stored tonight. */
export interface Collected {
  readonly url: string;
  readonly outcome: 'new' | 'same' | 'skipped' | 'failed' | 'pending';
  readonly changed?: boolean;
  /** It is the same as far as is known: its page was not asked for in this round. */
  readonly notDue?: boolean;
  readonly reason?: SkipReason | string;
  readonly report?: LoadedReport;
  /** It was stored as a report before, and is none any more: told in one round. */
  readonly vanished?: boolean;
}

/** A page and its parts: what is parsed together. */
interface Unit {
  readonly documents: readonly Obtained[];
  /** Tells the same bytes at the same addresses again. */
  readonly key: string;
  /** A part that was never had. */
  readonly missing: PageRow | null;
}

/**
 * Has a candidate's page and its attachments, and stores the record they give together. Nothing is parsed again
 * when the same bytes gave a sound record with the same parser.
 */
export async function collectReport(crawl: SourceCrawl, candidate: Candidate): Promise<Collected> {
  const { deps, source } = crawl;
  const { url } = candidate;
  if (!deps.claim(url, source.id)) return { url, outcome: 'skipped', reason: 'other_source' };
  const main = await obtain(crawl, { role: 'report', request: { url }, title: candidate.title });
  if (main.page.outcome === 'pending') return { url, outcome: 'pending' };
  if (main.read === null) return failed(crawl, candidate, main.page);
  const known = await knownUnit(crawl, main);
  if (known === 'pending') return { url, outcome: 'pending' };
  if (known !== null) return parseUnit(crawl, candidate, main.page, known);
  const { isReport, parts, missing } = await readParts(crawl, main);
  if (missing?.outcome === 'pending') return { url, outcome: 'pending' };
  if (!isReport) return missing ? unknown(url, missing) : notAReport(crawl, candidate, main.page, '');
  const unit = await obtainUnit(crawl, main, parts, missing);
  return unit === 'pending' ? { url, outcome: 'pending' } : parseUnit(crawl, candidate, main.page, unit);
}

/**
 * The unit that gave the stored record, when all its bytes are what they were. null: something is other, and what
 * hangs on the page is to be looked for in the page itself.
 */
async function knownUnit(crawl: SourceCrawl, main: Obtained): Promise<Unit | 'pending' | null> {
  const before = parsedOf(crawl.deps.store, main.page.id);
  if (before?.outcome !== 'loaded' || before.unit === '') return null;
  const unit = await obtainUnit(crawl, main, knownParts(crawl, main.page), null);
  return unit === 'pending' || unit.key === before.unit ? unit : null;
}

async function obtainUnit(
  crawl: SourceCrawl,
  main: Obtained,
  parts: readonly Part[],
  frame: PageRow | null,
): Promise<Unit | 'pending'> {
  const documents: Obtained[] = [main];
  const hanging: PageRow[] = [];
  let missing = frame;
  // In an order that does not depend on which night a part was first seen in.
  for (const part of parts.toSorted((a, b) => (a.url < b.url ? -1 : 1))) {
    const obtained = await obtainPart(crawl, main, part);
    if (obtained.page.outcome === 'pending') return 'pending';
    hanging.push(obtained.page);
    if (obtained.read === null) missing ??= obtained.page;
    else documents.push(obtained);
  }
  await commitParts(crawl, main.page, hanging);
  const names = documents.map(({ url, page }) => `${url} ${hex(page)}`);
  return { documents, key: hash('sha256', names.join('\n'), 'hex'), missing };
}

async function parseUnit(
  crawl: SourceCrawl,
  candidate: Candidate,
  page: PageRow,
  { documents, key, missing }: Unit,
): Promise<Collected> {
  const { deps } = crawl;
  const { url } = candidate;
  const before = parsedOf(deps.store, page.id);
  const isNew = documents.some((part) => part.page.outcome === 'new');
  // Resumed in the same round, a page that is new tonight may have been parsed before the run was cut off.
  const changed = isNew && page.first_round < deps.round && before !== undefined;
  const notDue = !isNew && page.cause === NOT_DUE;
  const outcome = { url, outcome: isNew ? 'new' : 'same', changed, notDue } as const;
  if (deps.parser === null) return outcome;
  if (isRead(before, key, deps.parser.version)) {
    return before?.outcome === 'loaded' ? outcome : notAReport(crawl, candidate, page, key);
  }
  const read: UnitDocument[] = [];
  for (const part of documents) {
    const bytes = (await part.read?.()) ?? new Uint8Array();
    read.push({ url: part.url, sha256: hex(part.page), bytes });
  }
  const report = await loadReport(crawl, page, read, missing === null);
  if (report.outcome === 'stopped') return { url, outcome: 'pending' };
  if (report.outcome === 'not_a_report') {
    return missing ? unknown(url, missing) : notAReport(crawl, candidate, page, key);
  }
  const row = { page: page.id, unit: key, parser_version: deps.parser.version, outcome: report.outcome };
  // One that the parser broke at is not forgotten as a report that was stored.
  if (report.outcome === 'loaded' || before?.outcome !== 'loaded') {
    write(deps.store, () => saveParsed(deps.store, { ...row, report: report.reportId ?? null }));
  }
  return { ...outcome, report: missing ? { ...report, doubtful: true } : report };
}

const isRead = (before: ParsedRow | undefined, key: string, version: string): boolean =>
  before !== undefined &&
  before.outcome !== 'failed' &&
  before.unit === key &&
  before.parser_version === version;

const hex = ({ sha256 }: PageRow): string => Buffer.from(sha256 ?? []).toString('hex');

function failed(crawl: SourceCrawl, { url, guessed }: Candidate, page: PageRow): Collected {
  const { cause, outcome } = page;
  const vanished = vanishedIn(page, crawl.deps.round);
  if (cause === 'not_a_report') return { url, outcome: 'skipped', reason: cause, vanished };
  const gone = GONE_CAUSES.some((one) => one === cause);
  if (gone && guessed && outcome !== 'vanished') return { url, outcome: 'skipped', reason: 'not_published' };
  return { url, outcome: 'failed', reason: cause ?? 'bad_status', vanished };
}

/** Without the part nobody can say what the page is; the next night tries again. */
const unknown = (url: string, { cause }: PageRow): Collected => ({
  ...{ url, outcome: 'failed', reason: cause ?? 'bad_status' },
});

/** Its record, where it has one, stays; that the page gives none any more is told in this round. */
async function notAReport(
  crawl: SourceCrawl,
  { url, guessed }: Candidate,
  page: PageRow,
  unit: string,
): Promise<Collected> {
  const { store, round, parser } = crawl.deps;
  const before = parsedOf(store, page.id);
  const lost = before?.outcome === 'loaded' ? ({ outcome: 'vanished', failures: 1 } as const) : {};
  const saved = await commitPage(crawl, { ...page, cause: 'not_a_report', ...lost }, () => {
    const row = {
      page: page.id,
      unit,
      parser_version: parser?.version ?? '',
      outcome: 'not_a_report',
    } as const;
    saveParsed(store, { ...row, report: before?.report ?? null });
  });
  const reason = guessed ? 'not_published' : 'not_a_report';
  return { url, outcome: 'skipped', reason, vanished: vanishedIn(saved, round) };
}
