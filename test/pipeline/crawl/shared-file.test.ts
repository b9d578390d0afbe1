import { expect, test } from 'vitest';
import { noticeBoard, reportPath } from '../../sites/notice-board.ts';
import { contentOf, expectBalance, nightAfter, nightBed } from './night-bed.ts';

const HANGING =
  'SELECT page.url FROM page_part JOIN page ON page.id = page_part.page JOIN page AS part ON part.id = page_part.part WHERE part.url LIKE ? ORDER BY 1';

/** A page that only says that the report is its attachment. */
const pointer = (whole: string): string =>
  whole.replace(
    /<div class="view-content">[\s\S]*<\/div><\/div>/,
    `<div class="view-content"><p>报告全文见附件。</p><p>附件：<a href="/download/?filename=nb2022.doc" title="双辽市2022年政府信息公开工作年度报告.doc">双辽市2022年政府信息公开工作年度报告.doc</a></p></div></div>`,
  );

test('a file that stands under two pages is one document: had once, stored once, and led to by both', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021, 2022, 2023] });
  const whole = board.pages.get(reportPath(2022))!;
  // It does not say when it was published: the page says that for it.
  const file = String(whole.body).replace(/<p class="ly">.*?<\/p>/, '');
  board.pages.set('/download/?filename=nb2022.doc', { body: file });
  const page = pointer(String(whole.body));
  board.pages.set(reportPath(2022), { body: page });
  // The same report a second time, under a title of its own.
  board.pages.set(reportPath(2023), {
    body: page.replaceAll('<h2>', '<h2>（补发）').replace(/发布日期：[\d-]+/, '发布日期：2023-05-06'),
  });
  const bed = await nightBed([board.site], [board.source]);
  const first = await bed.run();
  expectBalance(first);
  expect(first.sources[0]).toMatchObject({
    counts: { discovered: 3, new: 3 },
    loaded: { inserted: 2, updated: 0, unchanged: 1, failed: 0 },
  });
  expect(bed.requests().filter(({ path }) => path.startsWith('/download/'))).toHaveLength(1);
  const { sqlite } = bed.store;
  const count = (sql: string) => sqlite.prepare(sql).pluck().get();
  expect(count("SELECT count(*) FROM capture WHERE url LIKE '%/download/%'")).toBe(1);
  expect(sqlite.prepare(HANGING).pluck().all('%/download/%')).toEqual(
    [2022, 2023].map((year) => board.urlOf(reportPath(year))),
  );
  const records = sqlite.prepare('SELECT report FROM parsed ORDER BY page').pluck().all();
  expect([records.length, new Set(records).size]).toEqual([3, 2]);

  const content = contentOf(bed);
  const hanging = sqlite.prepare('SELECT * FROM page_part').all();
  const next = await bed.run({ at: nightAfter(1) });
  expectBalance(next);
  expect(next.sources[0]).toMatchObject({ parsed: 0, counts: { same: 3, new: 0, changed: 0 } });
  expect(contentOf(bed)).toEqual(content);
  expect(sqlite.prepare('SELECT * FROM page_part').all()).toEqual(hanging);
});
