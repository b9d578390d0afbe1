import { z } from 'zod';
import { RunReport } from '../../model/run-report.ts';
import type { Language } from '../../model/status.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { chinaTime, durationIn } from '../../runs/figures.ts';
import { renderAlarms } from '../../runs/page/render-alarms.ts';
import { renderBalance } from '../../runs/page/render-balance.ts';
import { renderCoverage } from '../../runs/page/render-coverage.ts';
import { renderCauses, renderFoot, renderReportLists, renderSlowest } from '../../runs/page/render-lists.ts';
import { renderSources } from '../../runs/page/render-sources.ts';
import { RUN_WORDS } from '../../runs/words.ts';
import { nameProvince } from '../../sources/name-province.ts';
import { findRun } from '../../store/explore/page-of-runs.ts';
import type { RunRow } from '../../store/schema.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { wholeNumber } from '../explore/state.ts';
import { Trail } from '../explore/trail.tsx';
import type { Html } from '../html.ts';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';
import { endOf } from './runs.tsx';

/** What one run brought: the report that it left, or how far it came. */
export const run = route({
  method: 'get',
  path: '/runs/:id',
  access: 'reader',
  params: z.object({ id: wholeNumber }),
  answer: ({ store, params: { id }, lang }) => {
    const row = findRun(store, id);
    if (!row) throw new HttpProblem(404);
    const report = row.summary === null ? undefined : RunReport.safeParse(JSON.parse(row.summary)).data;
    const { summary: _, ...facts } = row;
    return {
      title: EXPLORE.run(id)[lang],
      data: { run: { ...facts, counts: JSON.parse(row.counts) }, report: report ?? null },
      rows: {
        columns: [
          'source',
          'name',
          'division',
          'outcome',
          'cause',
          'new',
          'same',
          'skipped',
          'failed',
          'pending',
          'requests',
        ],
        rows: (report?.sources ?? []).map(({ source, name, division, outcome, cause, counts, requests }) => [
          ...[source, name, division, outcome, cause],
          ...[counts.new, counts.same, counts.skipped, counts.failed, counts.pending, requests],
        ]),
      },
      page: (
        <div class="run">
          <Trail steps={[{ href: '/runs', name: EXPLORE.runs[lang] }]} lang={lang} />
          <Head row={row} lang={lang} />
          {report ? (
            <Told report={report} lang={lang} />
          ) : (
            <p class="note">{(row.finished_at === null ? EXPLORE.summaryLater : EXPLORE.noSummary)[lang]}</p>
          )}
        </div>
      ),
    };
  },
});

function Head({ row, lang }: { row: RunRow; lang: Language }): Html {
  const { id, started_at, finished_at, exit_code, stage, command } = row;
  const goesOn = exit_code === null && finished_at === null;
  const tone = exit_code === 0 ? 'good' : goesOn || [6, 10, 11].includes(exit_code ?? -1) ? 'fair' : 'bad';
  return (
    <header class="page-head">
      <h1>{EXPLORE.run(id)[lang]}</h1>
      <span class={`end ${tone}`}>
        {endOf({ exitCode: exit_code, finishedAt: finished_at, stage }, lang)}
      </span>
      <p class="quiet">
        <time datetime={started_at}>{chinaTime(started_at)}</time>
        {finished_at !== null && (
          <>
            {' – '}
            <time datetime={finished_at}>{chinaTime(finished_at)}</time> {RUN_WORDS.chinaTime[lang]} ·{' '}
            {durationIn(Date.parse(finished_at) - Date.parse(started_at), lang)}
          </>
        )}{' '}
        · <code>gongkai {command}</code>
      </p>
    </header>
  );
}

function Told({ report, lang }: { report: RunReport; lang: Language }): Html {
  return (
    <>
      {renderBalance(report, lang)}
      {renderAlarms(report, lang)}
      {renderCauses(report, lang)}
      {renderSources(report, lang)}
      {renderCoverage(report, nameProvince(loadGazetteer()), lang)}
      {renderReportLists(report, lang)}
      {renderSlowest(report, lang)}
      {renderFoot(report, lang)}
    </>
  );
}
