import { expect, test } from 'vitest';
import type { SourceResult } from '../../../src/model/run-report.ts';
import { LIST_PATH, type NoticeBoard, noticeBoard, reportPath } from '../../sites/notice-board.ts';
import type { Site, SiteRequest, SiteResponse } from '../../sites/web.ts';
import { expectBalance, nightAfter, nightBed } from './night-bed.ts';

/** More than the site without its trap needs, and far less than the trap has. */
const HOST_REQUESTS = 60;

type Ending = Partial<{ readonly [Name in keyof SourceResult]: unknown }>;
type Trap = (request: SiteRequest, board: NoticeBoard) => SiteResponse | undefined;

const listWith = (board: NoticeBoard, links: string): SiteResponse => ({
  body: String(board.pages.get(LIST_PATH)?.body).replace(
    '</body>',
    `<div class="page">${links}</div></body>`,
  ),
});
const isList = ({ path }: SiteRequest): boolean =>
  path.startsWith('/zwgk/zfxxgknb/') && !path.includes('content_');
const numberIn = (path: string): number => Number(/\d+$/.exec(path)?.[0] ?? 0);

/** What each trap makes of the board, and how the source's night then ends: `done` where it is not even walked into. */
const TRAPS: Readonly<Record<string, readonly [Trap, Ending]>> = {
  'a calendar': [
    (request, board) =>
      isList(request)
        ? listWith(board, `<a href="${LIST_PATH}?month=${numberIn(request.path) + 1}">下个月</a>`)
        : undefined,
    { outcome: 'done' },
  ],
  'paging without an end': [
    (request, board) =>
      isList(request)
        ? listWith(board, `<a href="${LIST_PATH}?page=${numberIn(request.path) + 1}">下一页</a>`)
        : undefined,
    { outcome: 'done', skippedBy: {}, detail: expect.stringContaining('?page=') },
  ],
  'lists that go ever deeper': [
    (request, board) => (isList(request) ? listWith(board, '<a href="nb/index.html">下一页</a>') : undefined),
    { outcome: 'done' },
  ],
  'filters in every combination': [
    (request, board) => {
      if (!isList(request)) return undefined;
      const join = request.path.includes('?') ? '&' : '?';
      const links = ['zt', 'lx', 'nf', 'bm'].map(
        (name) => `<a href="${request.path}${join}${name}=${request.path.length}">部门年报</a>`,
      );
      return listWith(board, links.join(''));
    },
    { outcome: 'done' },
  ],
  'a calendar whose months are called lists of reports': [
    (request, board) =>
      isList(request)
        ? listWith(
            board,
            `<a href="${LIST_PATH}?month=${numberIn(request.path) + 1}">政府信息公开年报（下个月）</a>`,
          )
        : undefined,
    { outcome: 'done', skippedBy: {}, detail: expect.stringContaining('?month=') },
  ],
  'filters whose choices are called reports': [
    (request, board) => {
      if (!isList(request)) return undefined;
      const query = request.path.split('?')[1] ?? '';
      const choices = ['nf=2021', 'nf=2022', 'bm=7', 'bm=8', 'lx=1'].filter((one) => !query.includes(one));
      const links = choices.map(
        (one) =>
          `<a href="${LIST_PATH}?${query === '' ? '' : `${query}&`}${one}">双辽市2021年政府信息公开工作年度报告</a>`,
      );
      return listWith(board, links.join(''));
    },
    { outcome: 'done', skippedBy: {}, detail: expect.stringContaining('&') },
  ],
  'lists of reports that go ever deeper': [
    (request, board) =>
      isList(request) ? listWith(board, '<a href="nb/index.html">政府信息公开年报</a>') : undefined,
    { outcome: 'partly', cause: 'bad_url' },
  ],
  'a maze of redirects': [
    (request) =>
      request.path === reportPath(2022) || request.path.startsWith('/maze/')
        ? { status: 302, headers: { location: `/maze/${numberIn(request.path) + 1}` }, body: '' }
        : undefined,
    { outcome: 'partly', cause: null, failedBy: { redirect_loop: 1 } },
  ],
};

test.each(Object.keys(TRAPS))('%s ends within the host’s budget, and is told of', async (name) => {
  const [trap, ending] = TRAPS[name]!;
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021, 2022] });
  const site: Site = {
    host: board.site.host,
    answer: (request) => trap(request, board) ?? board.site.answer(request),
  };
  const bed = await nightBed([site], [board.source]);
  const report = await bed.run({ politeness: { hostRequests: HOST_REQUESTS } });
  expect(bed.requests().length).toBeLessThanOrEqual(HOST_REQUESTS);
  expect(report.sources[0]).toMatchObject({ ...ending, counts: { vanished: 0, discovered: 2 } });
  expectBalance(report);
});

test('session identifiers in links make no new reports of old ones', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021, 2022] });
  let visits = 0;
  const site: Site = {
    host: board.site.host,
    answer: (request) => {
      const plain = { ...request, path: request.path.replace(/;jsessionid=\w+/, '') };
      const answer = board.site.answer(plain);
      if (plain.path !== LIST_PATH || answer?.status === 304) return answer;
      visits += 1;
      const body = String(answer?.body).replaceAll(
        '.html"',
        `.html;jsessionid=${'A1B2'.repeat(7)}${1000 + visits}"`,
      );
      return { body };
    },
  };
  const bed = await nightBed([site], [board.source]);
  expect((await bed.run()).totals).toMatchObject({ new: 2 });
  const next = await bed.run({ at: nightAfter(1) });
  expect(next).toMatchObject({ totals: { discovered: 2, same: 2, new: 0, vanished: 0 } });
});
