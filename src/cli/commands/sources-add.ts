import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escapeText } from '../../escape.ts';
import type { Source } from '../../model/source-entry.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { checkDivision } from '../../sources/check-division.ts';
import { checkSource, type SourceCheck } from '../../sources/check-source.ts';
import { sameAddress } from '../../sources/find-duplicates.ts';
import { loadSources } from '../../sources/load-sources.ts';
import { type Proposal, proposeSource } from '../../sources/propose-source.ts';
import { provinceFolder } from '../../sources/province-folders.ts';
import { settleProposal } from '../../sources/settle-proposal.ts';
import type { SourceReach } from '../../sources/source-reach.ts';
import { writeSource } from '../../sources/write-source.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import type { FetchingOptions } from '../fetching.ts';
import { type OpenReach, openReach } from '../open-reach.ts';
import { note, write } from '../output.ts';
import { hintOf } from '../read-input.ts';
import type { RegistryOptions } from '../registry.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { isWebAddress } from '../web-address.ts';

export interface SourcesAddOptions extends RegistryOptions, FetchingOptions {
  readonly id?: string;
  readonly dryRun?: boolean;
}

/** Enough titles to see whether the list is the right one. */
const SHOWN_REPORTS = 12;

/**
 * `gongkai sources add`: proposes an entry for an address, tries it, prints both and writes the file. An entry that
 * finds nothing is not written: every night it would be an alarm.
 *
 * @returns done; someFailed when the entry finds no report. Throws UsageError when the
 *   address cannot be had, is registered already, or does not say whose it is
 */
export async function sourcesAdd(
  [url = '']: readonly string[],
  { id, dryRun = false, sources: dir, ...options }: SourcesAddOptions,
  session: Session,
  open: OpenReach = openReach,
): Promise<ExitCode> {
  if (!isWebAddress(url)) throw new UsageError(TEXTS.wrongAddress(url));
  if (id !== undefined && !/^\d{6}(?:-[a-z0-9]+)*$/.test(id)) throw new UsageError(TEXTS.wrongSourceId(id));
  refuseRegistered(url, dir);
  const reach = await open(session, options);
  try {
    const gazetteer = loadGazetteer();
    const proposal = await propose(url, id, reach, gazetteer);
    const check = await checkSource(proposal.source, reach);
    const source = settleProposal(proposal.source, check, reach.now);
    const file = fileOf(source, dir);
    refuseUnfit(source, gazetteer, file);
    await show(source, proposal, check, session);
    const isWritten = !dryRun && check.found.length > 0;
    if (isWritten) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, writeSource(source), { flag: 'wx' });
    }
    note(
      session,
      'info',
      (isWritten ? TEXTS.sourceWritten(file) : TEXTS.sourceNotWritten(file))[session.lang],
    );
    return check.found.length > 0 ? EXIT_CODES.done : EXIT_CODES.someFailed;
  } finally {
    await reach.close();
  }
}

/** A registry that is not there yet has nothing registered. */
function refuseRegistered(url: string, dir: string): void {
  if (!existsSync(dir)) return;
  const same = loadSources(dir, loadGazetteer()).sources.find(({ lists, patterns, pages }) =>
    [...lists, ...patterns, ...pages].some((each) => sameAddress(each) === sameAddress(url)),
  );
  if (same) throw new UsageError(TEXTS.sourceRegistered(same.id, url));
}

async function propose(
  url: string,
  id: string | undefined,
  reach: SourceReach,
  gazetteer: Gazetteer,
): Promise<Proposal & { readonly source: Source }> {
  const fetched = await reach.fetchPage({ url }, { scripts: false });
  if (fetched.page === null) {
    const failed = TEXTS.pageNotFetched(url, fetched.detail);
    const hint = hintOf(fetched.cause);
    throw new UsageError({ zh: failed.zh + hint.zh, en: failed.en + hint.en });
  }
  const { page } = fetched;
  const facts = { page, family: reach.recognise(page), reading: await reach.readPage(page) };
  const { source, reasons } = proposeSource(facts, gazetteer, id === undefined ? {} : { id });
  if (source) return { source, reasons };
  const because = reasons.at(-1);
  throw new UsageError({
    zh: TEXTS.noProposal(because?.zh ?? '').zh,
    en: TEXTS.noProposal(because?.en ?? '').en,
  });
}

function fileOf(source: Source, dir: string): string {
  return join(dir, provinceFolder(source.division) ?? '', `${source.id}.yml`);
}

/** What the next check of the registry would refuse is not written. */
function refuseUnfit(source: Source, gazetteer: Gazetteer, file: string): void {
  if (!source.id.startsWith(source.division)) throw new UsageError(TEXTS.wrongSourceId(source.id));
  const [problem] = checkDivision(source, gazetteer);
  if (problem) throw new UsageError(problem.message);
  if (existsSync(file)) throw new UsageError(TEXTS.sourceFileExists(file));
}

/** The entry on standard output, as it stands in the file; reasons and what it finds beside it. */
async function show(
  source: Source,
  { reasons }: Proposal,
  { found }: SourceCheck,
  session: Session,
): Promise<void> {
  const { stdout, lang } = session;
  for (const reason of reasons) note(session, 'info', escapeText(reason[lang]));
  await write(stdout, writeSource(source));
  note(session, 'info', TEXTS.wouldFind(found.length)[lang]);
  for (const { title, url } of found.slice(0, SHOWN_REPORTS))
    note(session, 'info', escapeText(`  ${title}  ${url}`));
  const hidden = found.length - SHOWN_REPORTS;
  if (hidden > 0) note(session, 'info', `  ${TEXTS.andMore(hidden)[lang]}`);
}
