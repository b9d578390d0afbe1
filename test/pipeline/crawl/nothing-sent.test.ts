import { expect, test } from 'vitest';
import * as faults from '../../sites/faults.ts';
import { LIST_PATH, noticeBoard, reportPath } from '../../sites/notice-board.ts';
import { contentOf, expectBalance, nightAfter, nightBed } from './night-bed.ts';

const empty = faults.instead({ headers: { 'content-type': 'text/html' }, body: '' });

test.each([
  ['a report', reportPath(2022), { same: 1, failed: 1 }, 'partly', null],
  ['the list', LIST_PATH, { same: 0, failed: 0 }, 'failed', 'truncated'],
])(
  'an answer without a byte in place of %s changes nothing that is stored, and nothing is gone',
  async (_, path, counts, outcome, cause) => {
    const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021, 2022] });
    let sent = true;
    const bed = await nightBed([board.site], [board.source], (request, ...rest) =>
      !sent && request.path === path ? empty(request, ...rest) : false,
    );
    await bed.run();
    const content = contentOf(bed);
    sent = false;
    const report = await bed.run({ at: nightAfter(1) });
    expect(report.sources[0]).toMatchObject({
      outcome,
      cause,
      counts: { ...counts, changed: 0, vanished: 0 },
    });
    expectBalance(report);
    expect(contentOf(bed)).toEqual(content);
    sent = true;
    expect((await bed.run({ at: nightAfter(2) })).totals).toMatchObject({ same: 2, failed: 0, changed: 0 });
  },
);

test('a source whose reports are listed and cannot be had is told of by their cause', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021, 2022] });
  const bed = await nightBed([board.site], [board.source], (request, ...rest) =>
    request.path.includes('content_') ? faults.reset(request, ...rest) : false,
  );
  const report = await bed.run({ politeness: { retries: 0 } });
  expect(report.sources[0]).toMatchObject({ outcome: 'failed', cause: 'reset', failedBy: { reset: 2 } });
});
