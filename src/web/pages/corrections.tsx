import { z } from 'zod';
import { writeCorrections } from '../../corrections/write-corrections.ts';
import { labelVariable } from '../../forms/words.ts';
import { type MadeCorrection, madeCorrections, reviewCorrections } from '../../store/review/correct.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import type { Html } from '../html.ts';
import { Scroll } from '../parts/scroll.tsx';
import { route } from '../route.ts';
import { REVIEW } from '../texts/review.ts';

/** The corrections that persons made here, and the files that they would be in data/corrections. */
export const corrections = route({
  method: 'get',
  path: '/corrections',
  access: 'reader',
  answer: ({ store, lang }) => {
    const rows = madeCorrections(store);
    const files = writeCorrections(reviewCorrections(store));
    return {
      title: REVIEW.correctionsTitle[lang],
      data: { corrections: rows },
      rows: {
        columns: [
          'event',
          'division',
          'agency',
          'year',
          'variable',
          'expect',
          'value',
          'reason',
          'reviewer',
          'date',
          'evidence',
          'state',
        ],
        rows: rows.map((row) => [
          ...[row.line, row.division, row.agency, row.year, row.variable, row.expect, row.value],
          ...[row.reason, row.reviewer, row.date, row.evidence, row.state],
        ]),
      },
      page: (
        <>
          <h1>{REVIEW.correctionsTitle[lang]}</h1>
          <p>{REVIEW.correctionsNote[lang]}</p>
          {rows.length === 0 ? (
            <p class="quiet">{REVIEW.noCorrections[lang]}</p>
          ) : (
            <Table rows={rows} lang={lang} />
          )}
          <ul class="files">
            {files.map(({ path, division }) => (
              <li>
                <a href={`/corrections/${division}/file`} download={`${division}.yml`}>
                  {REVIEW.download[lang]} <code>data/corrections/{path}</code>
                </a>
              </li>
            ))}
          </ul>
        </>
      ),
    };
  },
});

const Table = ({ rows, lang }: { rows: readonly MadeCorrection[]; lang: 'zh' | 'en' }): Html => (
  <Scroll name={REVIEW.correctionsTitle[lang]}>
    <table class="wide-words">
      <caption class="out-of-sight">{REVIEW.correctionsTitle[lang]}</caption>
      <thead>
        <tr>
          {[
            REVIEW.agency,
            REVIEW.cell,
            REVIEW.printed,
            REVIEW.value,
            REVIEW.whyRight,
            REVIEW.by,
            REVIEW.state,
          ].map((name) => (
            <th scope="col">{name[lang]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr id={String(row.line)}>
            <td lang="zh-CN">
              <a href={`/reports/${row.reportId}`}>
                {row.agency} {row.year}
              </a>
            </td>
            <td>
              <span title={row.variable}>{labelVariable(row.variable, lang)}</span>
            </td>
            <td>{row.expect === null ? '∅' : `“${row.expect}”`}</td>
            <td class="number">{row.value}</td>
            <td>{row.reason}</td>
            <td>
              {row.reviewer} <time>{row.date}</time>
            </td>
            <td>{REVIEW[row.state][lang]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

/** One file of data/corrections, to be put into its place there. */
export const correctionsFile = route({
  method: 'get',
  path: '/corrections/:division/file',
  access: 'reader',
  bytes: true,
  params: z.object({ division: z.string().regex(/^\d{6}$/) }),
  answer: ({ store, params }) => {
    const file = writeCorrections(reviewCorrections(store)).find(
      ({ division }) => division === params.division,
    );
    if (!file) throw new HttpProblem(404);
    const headers = { 'Content-Disposition': `attachment; filename="${file.division}.yml"` };
    return { bytes: file.text, type: 'application/yaml; charset=utf-8', headers };
  },
});
