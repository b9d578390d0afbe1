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
