import { type Alarm, RunReport } from '../../model/run-report.ts';
import type { Language } from '../../model/status.ts';
import { chinaTime, durationIn } from '../../runs/figures.ts';
import { renderBalance } from '../../runs/page/render-balance.ts';
import { plain } from '../../runs/plain.ts';
import { ALARM_ORDER, ALARM_WORDS, endWords, RUN_WORDS, unendedWords } from '../../runs/words.ts';
import { listRuns } from '../../store/crawl/runs.ts';
import type { RunRow } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { Html } from '../html.ts';
import { HOME } from '../texts/home.ts';

/** A run; without `report` when it has none, because it goes on or was cut off. */
export interface Night {
  readonly run: Pick<RunRow, 'id' | 'started_at' | 'finished_at' | 'stage' | 'exit_code'>;
  readonly report: RunReport | null;
}

/** The newest run; while it has no report, `before` is the one before it. */
export interface LastNight extends Night {
  readonly before: Night | null;
}

export function lastNight(store: Store): LastNight | null {
  const [last, before] = listRuns(store, 2);
  if (!last) return null;
  const night = toNight(last);
  return { ...night, before: night.report === null && before ? toNight(before) : null };
}

function toNight({ id, started_at, finished_at, stage, exit_code, summary }: RunRow): Night {
  const report = summary === null ? null : (RunReport.safeParse(JSON.parse(summary)).data ?? null);
  return { run: { id, started_at, finished_at, stage, exit_code }, report };
}

/** What the last night brought, and what a person should look at. */
export function LastNightPart({ night, lang }: { night: LastNight | null; lang: Language }): Html {
  return (
    <section class="night" aria-labelledby="night">
      <h2 id="night">{HOME.night[lang]}</h2>
      {night === null && <p class="quiet">{HOME.noNight[lang]}</p>}
      {night && !night.report && (
        <p class="quiet">
          {HOME.unfinished(chinaTime(night.run.started_at), unendedWords(unended(night.run))[lang])[lang]}
        </p>
      )}
      {night && <Brought night={night} lang={lang} />}
      {night?.before?.report && (
        <>
          <h3>{HOME.nightBefore[lang]}</h3>
          <Brought night={night.before} lang={lang} />
        </>
      )}
    </section>
  );
}

const unended = ({ finished_at, stage }: Night['run']) => ({ finishedAt: finished_at, stage });

const Brought = ({ night: { run, report }, lang }: { night: Night; lang: Language }): Html => (
  <>
    {report && <Told report={report} lang={lang} />}
    <p>
      <a href={`/runs/${run.id}`}>{HOME.wholeReport[lang]}</a>
    </p>
  </>
);

function Told({ report, lang }: { report: RunReport; lang: Language }): Html {
  const { startedAt, finishedAt, exitCode, loaded } = report;
  const lasted = durationIn(Date.parse(finishedAt) - Date.parse(startedAt), lang);
  const alarms = report.alarms.filter(({ state }) => state !== 'over');
  return (
    <>
      <p>
        <span class={`end ${exitCode === 0 ? 'good' : 'fair'}`}>{endWords(exitCode)[lang]}</span>{' '}
        <span class="quiet">
          <time datetime={finishedAt}>{chinaTime(finishedAt)}</time> {RUN_WORDS.chinaTime[lang]} · {lasted} ·{' '}
          {HOME.stored(loaded.inserted, loaded.updated)[lang]}
        </span>
      </p>
      {renderBalance(report, lang)}
      {alarms.length > 0 && (
        <>
          <h3>
            {HOME.lookAt[lang]} <span class="count">{alarms.length}</span>
          </h3>
          <ul class="alarms">
            {ALARM_ORDER.map((kind) => (
              <AlarmLine kind={kind} alarms={alarms.filter((alarm) => alarm.kind === kind)} lang={lang} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What there is of one kind in one line: the first of them, new ones before old, and how many more. */
function AlarmLine({
  kind,
  alarms,
  lang,
}: {
  kind: Alarm['kind'];
  alarms: readonly Alarm[];
  lang: Language;
}): Html | null {
  const shown = alarms.find(({ state }) => state === 'first') ?? alarms[0];
  if (!shown) return null;
  return (
    <li class={shown.state}>
      <b>{ALARM_WORDS[kind][lang]}</b> {plain(shown[lang])}{' '}
      {alarms.length > 1 && <span class="quiet">{HOME.andMore(alarms.length - 1)[lang]}</span>}
    </li>
  );
}
