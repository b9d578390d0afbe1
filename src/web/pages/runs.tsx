import { z } from 'zod';
import { CrawlCounts } from '../../model/run-report.ts';
import type { Language } from '../../model/status.ts';
import { chinaTime, durationIn } from '../../runs/figures.ts';
import { endWords, RUN_WORDS, unendedWords } from '../../runs/words.ts';
import { countRuns, pageOfRuns } from '../../store/explore/page-of-runs.ts';
import type { RunRow } from '../../store/schema.ts';
import { addressOf, wholeNumber } from '../explore/state.ts';
import type { Html } from '../html.ts';
import { Pager } from '../parts/pager.tsx';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';

const ROWS_A_PAGE = 50;
const PARTS = [
  ...(['discovered', 'new', 'changed', 'same', 'notDue', 'skipped'] as const),
  ...(['failed', 'pending', 'vanished'] as const),
];

/** The runs, the newest first. */
export const runs = route({
  method: 'get',
  path: '/runs',
  access: 'reader',
  query: z.object({ page: wholeNumber.min(1).default(1) }),
  answer: ({ store, query: { page }, lang }) => {
    const total = countRuns(store);
    const rows = pageOfRuns(store, { limit: ROWS_A_PAGE, offset: (page - 1) * ROWS_A_PAGE }).map(toRun);
    return {
      title: EXPLORE.runs[lang],
      data: { total, page, runs: rows },
      total: rows.length,
      rows: {
        columns: [
          'run',
          'command',
          'started_at',
          'finished_at',
          'exit_code',
          'stage',
          ...PARTS.map(columnOf),
        ],
        rows: rows.map((run) => [
          ...[run.id, run.command, run.startedAt, run.finishedAt, run.exitCode, run.stage],
          ...PARTS.map((part) => run.counts?.[part] ?? null),
        ]),
      },
      page: (
        <>
          <h1>
            {EXPLORE.runs[lang]} <small>{total.toLocaleString('en')}</small>
          </h1>
          {rows.length === 0 ? (
            <p class="none">{EXPLORE.noRuns[lang]}</p>
          ) : (
            <RunTable rows={rows} lang={lang} />
          )}
          <Pager
            {...{ page, lang, pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)) }}
            to={(next) => addressOf('/runs', {}, { page: next })}
          />
        </>
      ),
    };
  },
});

const columnOf = (part: (typeof PARTS)[number]): string => (part === 'notDue' ? 'not_due' : part);

type Run = ReturnType<typeof toRun>;
/** The counts of a run that was cut off are not there, or not all of them. */
const toRun = ({
  id,
  command,
  started_at,
  finished_at,
  exit_code,
  stage,
  counts,
}: Omit<RunRow, 'summary'>) => ({
  ...{ id, command, startedAt: started_at, finishedAt: finished_at, exitCode: exit_code, stage },
  counts: CrawlCounts.safeParse(JSON.parse(counts)).data ?? null,
});

function RunTable({ rows, lang }: { rows: readonly Run[]; lang: Language }): Html {
  return (
    <section class="scroll" tabindex={0} aria-label={EXPLORE.runs[lang]}>
      <table class="whole-lines">
        <thead>
          <tr>
            <th scope="col" class="figure">
              #
            </th>
            <th scope="col">{EXPLORE.started[lang]}</th>
            <th scope="col">{EXPLORE.took[lang]}</th>
            <th scope="col">{EXPLORE.ended[lang]}</th>
            {PARTS.map((part) => (
              <th scope="col" class="figure">
                {part === 'discovered' ? RUN_WORDS.addresses[lang] : RUN_WORDS[part][lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((run) => (
            <tr>
              <td class="figure">
                <a href={`/runs/${run.id}`}>{run.id}</a>
              </td>
              <td>
                <time datetime={run.startedAt}>{chinaTime(run.startedAt)}</time>
              </td>
              <td>{tookWords(run, lang)}</td>
              <td>{endOf(run, lang)}</td>
              {PARTS.map((part) => (
                <td class={`figure${run.counts?.[part] === 0 ? ' none' : ''}`}>
                  {run.counts?.[part].toLocaleString('en') ?? '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const tookWords = ({ startedAt, finishedAt }: Run, lang: Language): string =>
  finishedAt === null ? '—' : durationIn(Date.parse(finishedAt) - Date.parse(startedAt), lang);

type Ending = Pick<Run, 'exitCode' | 'finishedAt' | 'stage'>;
export const endOf = ({ exitCode, ...unended }: Ending, lang: Language): string =>
  (exitCode === null ? unendedWords(unended) : endWords(exitCode))[lang];
