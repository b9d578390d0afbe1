import { type DiskRoom, isTight, soonTight } from '../../disk-room.ts';
import type { Alarm, RunReport, SourceResult } from '../../model/run-report.ts';
import type { FamilyId, Source } from '../../model/source-entry.ts';
import { causeWords } from '../../runs/cause-words.ts';
import { dueKind, lastDueYear } from '../../sources/due-year.ts';

type Raised = Omit<Alarm, 'state' | 'nights'>;

export interface AlarmFacts {
  readonly sources: readonly Source[];
  readonly results: readonly SourceResult[];
  /** Years of which each source has a stored report. */
  readonly years: ReadonlyMap<string, ReadonlySet<number>>;
  readonly now: Date;
  /** The last run that ended well. */
  readonly before: RunReport | null;
  /** Alarms that were told of before tonight; those of the last run that ended well unless given. */
  readonly lasting?: readonly Alarm[];
  readonly networkDown: boolean;
  /** Whether tonight's run ends well. */
  readonly endsWell: boolean;
  /** Not the whole registry: what is not in it is not over. */
  readonly partial: boolean;
  /** Runs of this round that ended without a word. */
  readonly died: readonly number[];
  readonly room: DiskRoom;
  /** What is damaged in the archive, as far as the nights have read it again. */
  readonly damages?: NonNullable<RunReport['fixity']>['damages'];
}

/** Every so many nights a lasting alarm is told of again. */
const AGAIN_NIGHTS = 7;
/** Some nights may reach their time or lose their network; so many in a row are no chance. */
const STALE_MS = 3 * 24 * 3_600_000;
/** A family is judged only when this many of its reports were parsed tonight. */
const FEWEST_PARSED = 10;
const DRIFT = 0.2;
/** What happened in one night: the next has nothing to tell of it, least of all that it is over. */
const EVENTS: ReadonlySet<Alarm['kind']> = new Set(['died', 'family_drift', 'vanished']);

/** What a person should look at after a run, each with how long it has lasted; those that are over come last. */
export function raiseAlarms(facts: AlarmFacts): Alarm[] {
  const raised = [
    ...facts.died.map(died),
    ...(facts.networkDown ? [NETWORK_DOWN] : []),
    ...(soonTight(facts.room) ? [diskLow(facts.room)] : []),
    ...stale(facts),
    ...(facts.damages ?? []).map(damaged),
    // Offline, every source fails: one alarm says it all.
    ...(facts.networkDown ? [] : facts.results.flatMap(ofSource)),
    ...overdue(facts),
    ...drifts(facts),
  ];
  const before = (facts.lasting ?? facts.before?.alarms ?? []).filter(({ state }) => state !== 'over');
  const alarms = raised.map((alarm): Alarm => {
    const nights = (before.find((old) => sameAlarm(old, alarm))?.nights ?? 0) + 1;
    return { ...alarm, nights, state: stateAfter(nights) };
  });
  const over = before
    .filter((old) => !EVENTS.has(old.kind) && isSettled(old, facts))
    .filter((old) => !raised.some((alarm) => sameAlarm(old, alarm)))
    .map((old): Alarm => ({ ...old, state: 'over' }));
  return [...alarms, ...over];
}

/** Whether tonight could tell that it is over: a source that was not reached has not recovered. */
function isSettled({ about }: Alarm, { sources, results, partial, networkDown }: AlarmFacts): boolean {
  if (networkDown) return false;
  const result = results.find(({ source }) => source === about);
  if (result) return result.outcome !== 'pending';
  return !partial && !sources.some(({ id }) => id === about);
}

/** Those that a person is to be told of: new, over, or lasting for another week. */
export const isNews = ({ state }: Alarm): boolean => state !== 'still';

function stateAfter(nights: number): Alarm['state'] {
  if (nights === 1) return 'first';
  return nights % AGAIN_NIGHTS === 0 ? 'again' : 'still';
}

const sameAlarm = (a: Raised, b: Raised): boolean => a.kind === b.kind && a.about === b.about;

const died = (run: number): Raised => ({
  ...{ kind: 'died', about: `run ${run}` },
  zh: `第 ${run} 次运行没有正常结束，本次已接着做完`,
  en: `run ${run} ended without a word; this one went on from there`,
});

const NETWORK_DOWN: Raised = {
  ...{ kind: 'network_down', about: 'network' },
  zh: '多数网站同时无法连接：更可能是本机断网，未把任何报告记为缺失',
  en: 'most hosts cannot be reached at once: it is probably this machine that is offline; no report was marked as missing',
};

/** Of a part of the registry it says nothing: the whole is what is waited for. */
function stale({ before, endsWell, partial, now }: AlarmFacts): Raised[] {
  if (endsWell || partial || before === null) return [];
  const days = Math.floor((now.getTime() - Date.parse(before.finishedAt)) / (24 * 3_600_000));
  if (now.getTime() - Date.parse(before.finishedAt) < STALE_MS) return [];
  return [
    {
      ...{ kind: 'stale', about: 'run' },
      zh: `已有 ${days} 天没有一次运行正常结束（上一次是第 ${before.run} 次）`,
      en: `no run has ended well for ${days} days (the last one was run ${before.run})`,
    },
  ];
}

const diskLow = (room: DiskRoom): Raised => {
  const [free, least] = [gib(room.freeBytes), gib(room.leastBytes)];
  return {
    ...{ kind: 'disk_low', about: 'disk' },
    zh: isTight(room)
      ? `磁盘只剩 ${free} GiB，少于 ${least} GiB：已暂停抓取，腾出空间后下次运行接着做`
      : `磁盘只剩 ${free} GiB；少于 ${least} GiB 时将暂停抓取`,
    en: isTight(room)
      ? `the disk has ${free} GiB left, less than ${least} GiB: nothing more is fetched; make room, and the next run goes on`
      : `the disk has ${free} GiB left; below ${least} GiB nothing more is fetched`,
  };
};

const damaged = ({ file, offset, uri = '' }: NonNullable<AlarmFacts['damages']>[number]): Raised => ({
  ...{ kind: 'damaged', about: `${file} ${offset}` },
  zh: `原始文件已损坏：${file} 第 ${offset} 字节处的记录与存入时不同 ${uri}`.trim(),
  en: `the archive is damaged: the record at byte ${offset} of ${file} is not what was written ${uri}`.trim(),
});

const gib = (bytes: number): string => (bytes / 1024 ** 3).toFixed(1);

function ofSource({ source, name, outcome, cause, detail, counts }: SourceResult): Raised[] {
  const raised: Raised[] = [];
  const because = causeWords(cause ?? '');
  const exactly = detail ? { zh: `（${detail}）`, en: ` (${detail})` } : { zh: '', en: '' };
  if (outcome === 'failed') {
    const zh = `${name}（${source}）抓取失败：${because.zh}${exactly.zh}`;
    const en = `${name} (${source}) failed: ${because.en}${exactly.en}`;
    raised.push({ kind: 'source_failed', about: source, zh, en });
  }
  if (cause === 'too_few' || cause === 'too_many' || cause === 'stuck_list') {
    const zh = `${name}（${source}）${because.zh}${exactly.zh}`;
    raised.push({ kind: cause, about: source, zh, en: `${name} (${source}): ${because.en}${exactly.en}` });
  }
  if (counts.vanished > 0) {
    const zh = `${name}（${source}）有 ${counts.vanished} 份报告从网站上消失`;
    const en = `${name} (${source}): ${counts.vanished} reports are not on the site any more`;
    raised.push({ kind: 'vanished', about: source, zh, en });
  }
  return raised;
}

/** Only sources that gave reports before can be late: one that never answered is told of as failed. */
function overdue({ sources, years, now }: AlarmFacts): Raised[] {
  return sources.flatMap((source): Raised[] => {
    const had = years.get(source.id);
    const year = lastDueYear(now, dueKind(source));
    if (!had || had.size === 0 || had.has(year)) return [];
    if (year < source.years.from || year > (source.years.to ?? year)) return [];
    return [
      {
        ...{ kind: 'overdue', about: source.id },
        zh: `${source.name}（${source.id}）的 ${year} 年度报告已过公布期限，仍未见到`,
        en: `${source.name} (${source.id}): the report about ${year} was due by law and is not there`,
      },
    ];
  });
}

/** A system whose reports were sound last time and are doubtful now has changed its pages: our reading first. */
function drifts({ results, before }: AlarmFacts): Raised[] {
  const shares = (list: readonly SourceResult[]) => {
    const sums = new Map<FamilyId, { parsed: number; doubtful: number }>();
    for (const { family, parsed, doubtful } of list) {
      const sum = sums.get(family) ?? { parsed: 0, doubtful: 0 };
      sums.set(family, { parsed: sum.parsed + parsed, doubtful: sum.doubtful + doubtful });
    }
    return sums;
  };
  const earlier = shares(before?.sources ?? []);
  return [...shares(results)].flatMap(([family, { parsed, doubtful }]): Raised[] => {
    const old = earlier.get(family);
    const share = doubtful / parsed;
    const usual = old && old.parsed > 0 ? old.doubtful / old.parsed : 0;
    if (parsed < FEWEST_PARSED || share - usual < DRIFT) return [];
    const figures = `${doubtful}/${parsed}`;
    return [
      {
        ...{ kind: 'family_drift', about: family },
        zh: `${family} 系统的网页有 ${figures} 份读不完整：可能是网站改版，请先检查解析`,
        en: `${family}: ${figures} reports were not read whole; the system may have changed its pages, look at the parser first`,
      },
    ];
  });
}
