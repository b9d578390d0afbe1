import type { FamilyId, Source } from '../../model/source-entry.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { parseDivision } from '../options.ts';
import { openRegistry, type RegistryOptions, tellProblems } from '../registry.ts';
import type { ListColumn } from '../render/list-table.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { type ListFormat, writeList } from '../write-list.ts';

export interface SourcesListOptions extends RegistryOptions {
  readonly division?: string;
  readonly family?: FamilyId;
  readonly format?: ListFormat;
}

const KEYS = [
  'id',
  'name',
  'division',
  'level',
  'family',
  'lists',
  'patterns',
  'pages',
  'hosts',
  'years',
  'assertions',
  'scripts',
  'checked',
  'notes',
] as const satisfies readonly (keyof Source)[];

/**
 * `gongkai sources list`: the entries by identifier.
 *
 * @returns done; usage when a file of the registry is wrong, after the good ones were listed
 */
export async function sourcesList(
  _paths: readonly string[],
  { division, family, format, ...options }: SourcesListOptions,
  session: Session,
): Promise<ExitCode> {
  const prefix = parseDivision(division) ?? '';
  const { sources, problems } = openRegistry(options);
  const rows = sources.filter(
    (source) => source.division.startsWith(prefix) && (family === undefined || source.family === family),
  );
  await writeList({ rows, record: toRecord, keys: KEYS, columns: columnsFor(session) }, format, session);
  tellProblems(problems, session);
  return problems.length === 0 ? EXIT_CODES.done : EXIT_CODES.usage;
}

const toRecord = (source: Source) => Object.fromEntries(KEYS.map((key) => [key, source[key] ?? null]));

function columnsFor({ lang }: Session): ListColumn<Source>[] {
  return [
    { heading: TEXTS.columnSource[lang], value: ({ id }) => id },
    { heading: TEXTS.columnName[lang], value: ({ name }) => name, flexible: true },
    { heading: TEXTS.columnFamily[lang], value: ({ family }) => family },
    { heading: TEXTS.columnYears[lang], value: ({ years: { from, to } }) => `${from}–${to ?? ''}` },
    {
      heading: TEXTS.columnExpected[lang],
      value: ({ assertions: { min, max } }) => `${min}–${max}`,
      align: 'right',
    },
    {
      heading: TEXTS.columnChecked[lang],
      value: ({ checked }) => checked ?? TEXTS.neverFetched[lang],
    },
  ];
}
