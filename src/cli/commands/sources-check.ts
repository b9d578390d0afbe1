import { escapeText } from '../../escape.ts';
import type { Source } from '../../model/source-entry.ts';
import { checkSource, type SourceCheck } from '../../sources/check-source.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import type { FetchingOptions } from '../fetching.ts';
import { VERDICT_NAMES } from '../names.ts';
import { type OpenReach, openReach } from '../open-reach.ts';
import { given } from '../options.ts';
import { note, write } from '../output.ts';
import { openRegistry, type RegistryOptions, tellProblems } from '../registry.ts';
import type { ListColumn } from '../render/list-table.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { type ListFormat, writeList } from '../write-list.ts';

export interface SourcesCheckOptions extends RegistryOptions, FetchingOptions {
  readonly offline?: boolean;
  readonly format?: ListFormat;
}

/**
 * `gongkai sources check`: every fault of the registry by file and line; then, unless offline, what the addresses
 * of the sources give.
 *
 * @returns done; usage when a file is wrong, and nothing is fetched then; someFailed when a source gives other than
 *   what is expected
 */
export async function sourcesCheck(
  ids: readonly string[],
  { offline = false, format, ...options }: SourcesCheckOptions,
  session: Session,
  open: OpenReach = openReach,
): Promise<ExitCode> {
  const { sources, problems } = openRegistry(options);
  tellProblems(problems, session);
  if (problems.length > 0) return EXIT_CODES.usage;
  const wanted = ids.length === 0 ? sources : ids.map((id) => findSource(sources, id));
  if (!offline) return checkOnline(wanted, { ...options, ...given('format', format) }, session, open);
  await write(session.stdout, `${TEXTS.sourcesGood(wanted.length)[session.lang]}\n`);
  return EXIT_CODES.done;
}

function findSource(sources: readonly Source[], id: string): Source {
  const source = sources.find((each) => each.id === id);
  if (!source) throw new UsageError(TEXTS.unknownSource(id));
  return source;
}

type Row = SourceCheck & { readonly source: Source };

async function checkOnline(
  sources: readonly Source[],
  { format, ...options }: FetchingOptions & { readonly format?: ListFormat },
  session: Session,
  open: OpenReach,
): Promise<ExitCode> {
  const reach = await open(session, options);
  const rows: Row[] = [];
  try {
    for (const source of sources) {
      const check = await checkSource(source, reach);
      tellAddresses(check, session);
      rows.push({ ...check, source });
    }
  } finally {
    await reach.close();
  }
  await writeList({ rows, record: toRecord, keys: KEYS, columns: columnsFor(session) }, format, session);
  const good = rows.filter(({ verdict }) => verdict === 'good').length;
  note(session, 'info', TEXTS.sourcesReached(good, rows.length)[session.lang]);
  return good === rows.length ? EXIT_CODES.done : EXIT_CODES.someFailed;
}

/** What did not come, and what was not read to its end. */
function tellAddresses({ id, addresses }: SourceCheck, session: Session): void {
  for (const { url, failure, cut } of addresses) {
    if (failure) {
      const line = TEXTS.addressFailed(id, failure.url, `${failure.cause}, ${failure.detail}`)[session.lang];
      note(session, 'warn', escapeText(line));
    }
    if (cut) note(session, 'warn', escapeText(TEXTS.listCut(id, url)[session.lang]));
  }
}

const KEYS = ['id', 'name', 'family', 'verdict', 'found', 'min', 'max', 'addresses', 'reports'] as const;

const toRecord = ({ id, verdict, found, addresses, source }: Row) => ({
  id,
  name: source.name,
  family: source.family,
  verdict,
  found: found.length,
  ...source.assertions,
  addresses: addresses.map(({ reports, ...address }) => ({ ...address, reports: reports.length })),
  reports: found,
});

function columnsFor({ lang }: Session): ListColumn<Row>[] {
  return [
    { heading: TEXTS.columnSource[lang], value: ({ id }) => id },
    { heading: TEXTS.columnName[lang], value: ({ source }) => source.name, flexible: true },
    { heading: TEXTS.columnFamily[lang], value: ({ source }) => source.family },
    { heading: TEXTS.columnFound[lang], value: ({ found }) => found.length, align: 'right' },
    {
      heading: TEXTS.columnExpected[lang],
      value: ({ source: { assertions } }) => `${assertions.min}–${assertions.max}`,
      align: 'right',
    },
    { heading: TEXTS.columnVerdict[lang], value: ({ verdict }) => VERDICT_NAMES[verdict][lang] },
  ];
}
