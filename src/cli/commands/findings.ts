import type { Language } from '../../model/status.ts';
import { VERDICT_NAMES } from '../../review/reasons.ts';
import type { ReviewedFinding } from '../../store/list-findings.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { SEVERITY_NAMES } from '../names.ts';
import { given, parseDivision, parseRule, parseYear } from '../options.ts';
import { labelScope } from '../render/labels.ts';
import type { ListColumn } from '../render/list-table.ts';
import { titleRule } from '../render/title-rule.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { withStore } from '../with-store.ts';
import { type ListFormat, writeList } from '../write-list.ts';

export interface FindingsOptions {
  readonly rule?: string;
  readonly severity?: string;
  readonly division?: string;
  readonly year?: string;
  readonly format?: ListFormat;
}

const KEYS = [
  'id',
  'reportId',
  'division',
  'place',
  'agency',
  'year',
  'form',
  'rule',
  'scope',
  'severity',
  'outcome',
  'message',
  'expected',
  'actual',
  'delta',
  'variables',
  'suggestions',
  'verdict',
  'corrected',
] as const satisfies readonly (keyof ReviewedFinding)[];

/** What a key is called outside: the views of the database say report_id. */
const NAMES: Readonly<Record<string, string>> = { reportId: 'report_id', id: 'finding_id' };
const nameOf = (key: string): string => NAMES[key] ?? key;

/** `gongkai findings`: what the checks found, report by report. */
export async function findings(
  _paths: readonly string[],
  { rule, severity, division, year, format }: FindingsOptions,
  session: Session,
): Promise<ExitCode> {
  const filters = {
    ...given('rule', parseRule(rule)),
    ...given('severity', severity),
    ...given('division', parseDivision(division)),
    ...given('year', parseYear(year)),
  };
  await withStore(session, async (store) => {
    const { listFindings } = await import('../../store/list-findings.ts');
    const { rows } = listFindings(store, filters);
    const record = (row: ReviewedFinding) => toRecord(row, session.lang);
    await writeList({ rows, record, keys: KEYS.map(nameOf), columns: columnsFor(session) }, format, session);
  });
  return EXIT_CODES.done;
}

function toRecord(row: ReviewedFinding, lang: Language): Record<string, unknown> {
  return Object.fromEntries(
    KEYS.map((key) => [nameOf(key), key === 'message' ? row.message[lang] : row[key]]),
  );
}

function columnsFor({ lang }: Session): ListColumn<ReviewedFinding>[] {
  return [
    { heading: TEXTS.columnReport[lang], value: (row) => row.reportId, align: 'right' },
    { heading: TEXTS.columnYear[lang], value: (row) => row.year },
    { heading: TEXTS.columnPlace[lang], value: (row) => row.place },
    { heading: TEXTS.columnSeverity[lang], value: (row) => SEVERITY_NAMES[row.severity][lang] },
    {
      heading: TEXTS.columnMessage[lang],
      value: ({ rule, scope, outcome, message, verdict, corrected }) => {
        const open = outcome === 'fail' ? '' : TEXTS.notChecked[lang];
        const said = [verdict && VERDICT_NAMES[verdict], corrected && TEXTS.corrected]
          .filter((each) => each !== null && each !== false)
          .map((words) => `[${words[lang]}] `)
          .join('');
        const about = scope === 'document' ? '' : ` · ${labelScope(scope, lang)}`;
        return `${said}${open}${titleRule(rule, lang)}${about}${lang === 'zh' ? '：' : ': '}${message[lang]}`;
      },
      flexible: true,
    },
  ];
}
