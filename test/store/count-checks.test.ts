import { expect, test } from 'vitest';
import { countChecks } from '../../src/store/crawl/count-checks.ts';
import { type NewPage, savePage } from '../../src/store/crawl/pages.ts';
import { saveParsed } from '../../src/store/crawl/parsed.ts';
import { makeExtraction } from './make-extraction.ts';
import { load, tempStore } from './temp-store.ts';

const PAGE: NewPage = {
  ...{ source: 'a', role: 'report', url: '', final_url: null, title: null, etag: null },
  ...{ last_modified: null, sha256: null, checked_at: null, changed_at: null, first_round: 1, seen_round: 1 },
  ...{ done_round: 1, outcome: 'new', cause: null, detail: null, failures: 0, gone_rounds: 0 },
};

test('the counts of a round are the sum over its reports, those of other rounds and failed pages left out', () => {
  const store = tempStore();
  const pages = [
    PAGE,
    { ...PAGE, outcome: 'same' },
    { ...PAGE, done_round: 2 },
    { ...PAGE, outcome: 'failed' },
  ];
  pages.forEach((page, index) => {
    const { reportId } = load(store, makeExtraction({ seed: index, cells: 3 }));
    const { id } = savePage(store, { ...page, url: `http://a/${index}` });
    saveParsed(store, { page: id, unit: 'x', parser_version: '1', outcome: 'loaded', report: reportId });
  });
  expect(countChecks(store, 1)).toMatchObject({
    'applications.balance': { pass: 12, fail: 2, not_evaluable: {} },
    'applications.row_total': { pass: 44, fail: 0, not_evaluable: { absent: 4, ambiguous: 2 } },
  });
  expect(countChecks(store, 3)).toEqual({});
});
