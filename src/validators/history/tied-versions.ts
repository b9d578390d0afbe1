import type { Finding, Message } from '../../model/finding.ts';
import type { ChangedValue, ReportVersion } from '../../model/year-record.ts';
import { makeFinding } from '../../rules/make-finding.ts';

/** Why a version counts before another, where no date says that it is the later one: as settleCurrent puts them in order. */
const TIE_REASONS = {
  dated: {
    zh: '它印有发布日期，另外的没有',
    en: 'it prints a date of publication, and the others none',
  },
  fetched: {
    zh: '它是从网站取得的，另外的是导入的文件',
    en: 'it was fetched from its site, and the others were files at hand',
  },
  address: {
    zh: '它们同一天取得，按网址排列它在最后',
    en: 'they were fetched on one day, and its address comes last',
  },
  last: { zh: '它最后入库', en: 'it came into the database last' },
} as const satisfies Readonly<Record<string, Message>>;
export type TieReason = keyof typeof TIE_REASONS;

/** null: the version in force was published later than the other, or was had on a later day. */
export function tieReason(inForce: ReportVersion, other: ReportVersion): TieReason | null {
  const isNewer = (inForce.night ?? '') > (other.night ?? '') && other.night !== null;
  if (inForce.published !== other.published) return isNewer || other.published !== null ? null : 'dated';
  if (isNewer) return null;
  if (inForce.night === null) return 'last';
  return other.night === null ? 'fetched' : 'address';
}

/** A version that is not in force though no date says that it is the earlier one, and what differs from it. */
export interface TiedVersion {
  readonly version: ReportVersion;
  readonly reason: TieReason;
  /** From that version to the one in force. */
  readonly changes: readonly ChangedValue[];
}

/** Variables and versions shown in the message; all of the variables are in the finding. */
const SHOWN = 5;

/** Versions of a report with other numbers that nothing dated puts before the one in force: which one counts is a convention. */
export function checkTied(inForce: ReportVersion, versions: readonly TiedVersion[]): Finding[] {
  const tied = versions.filter(({ changes }) => changes.length > 0);
  const [next] = tied;
  if (!next) return [];
  const values = valuesOf(tied);
  const others = tied.map(({ version }) => nameOf(version));
  const reason = TIE_REASONS[next.reason];
  const figures = (elsewhere: string) =>
    shown(
      [...values],
      ([variable, { here, there }]) => `${variable} ${here}${elsewhere}${[...there].join(' / ')}`,
    );
  return [
    makeFinding({
      rule: 'series.tied_versions',
      scope: 'report',
      message: {
        zh: `另有 ${tied.length} 个版本数字不同，日期分不出先后：${figures('，另作 ')}。采用本版（${nameOf(inForce)}），因为${reason.zh}；未采用 ${shown(others)}`,
        en: `${tied.length} more versions have other figures, and no date says which is the later: ${figures(', elsewhere ')}. This one (${nameOf(inForce)}) counts, because ${reason.en}; not used: ${shown(others)}`,
      },
      variables: [...values.keys()],
    }),
  ];
}

function valuesOf(tied: readonly TiedVersion[]) {
  const values = new Map<string, { readonly here: string; readonly there: Set<string> }>();
  for (const { variable, before, after } of tied.flatMap(({ changes }) => changes)) {
    const known = values.get(variable) ?? { here: numberOf(after), there: new Set<string>() };
    known.there.add(numberOf(before));
    values.set(variable, known);
  }
  return values;
}

const numberOf = (value: number | null): string => (value === null ? '—' : String(value));

/** The last part of a path, which a person knows it by. */
const nameOf = ({ name, reportId }: ReportVersion): string =>
  name?.split('/').findLast((part) => part !== '') ?? `#${reportId}`;

function shown<Item>(items: readonly Item[], text: (item: Item) => string = String): string {
  const first = items.slice(0, SHOWN).map(text).join('; ');
  return items.length > SHOWN ? `${first}; …` : first;
}
