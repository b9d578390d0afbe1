import { expect, test } from 'vitest';
import { LIST_PATH, noticeBoard } from '../../sites/notice-board.ts';
import { nightBed } from './night-bed.ts';

test('a list without a report, with the counter that most pages have, is asked for once and needs no browser', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [] });
  const foot =
    '<p>主办：双辽市人民政府</p><script>document.write(unescape("%3Cspan id=\'seal\'%3E%3C/span%3E"));</script>';
  board.pages.set(LIST_PATH, {
    body: `<html><head><title>政府信息公开年报</title><script src="/js/jquery.js"></script></head><body><ul></ul>${foot}</body></html>`,
  });
  const bed = await nightBed([board.site], [board.source]);
  const report = await bed.run();
  expect(report.sources[0]).toMatchObject({ outcome: 'failed', cause: 'no_reports' });
  expect(bed.requests().filter(({ path }) => path === LIST_PATH)).toHaveLength(1);
});

test.each([
  ['meta refresh', '<meta http-equiv="refresh" content="0; url=/zwgk/nb/list.html">', ''],
  ['a script', '', '<script>window.location.href = "/zwgk/nb/list.html";</script>'],
  ['a frame', '', '<iframe src="/zwgk/nb/list.html" width="100%"></iframe>'],
])('a list that is only %s leads on to the list itself', async (_, head, body) => {
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021, 2022] });
  board.pages.set('/zwgk/nb/list.html', board.pages.get(LIST_PATH)!);
  board.pages.set(LIST_PATH, {
    body: `<html><head><title></title>${head}</head><body>${body}</body></html>`,
  });
  const bed = await nightBed([board.site], [board.source]);
  const report = await bed.run();
  expect(report.sources[0]).toMatchObject({ outcome: 'done', counts: { new: 2 } });
  const night = await bed.run({ at: new Date('2024-06-02T18:00:00Z') });
  expect(night.totals).toMatchObject({ same: 2, new: 0, vanished: 0 });
});
