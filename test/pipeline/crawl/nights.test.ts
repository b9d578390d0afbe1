import { expect, test } from 'vitest';
import { renderRunText } from '../../../src/runs/render-run-text.ts';
import { LIST_PATH, noticeBoard, reportPath } from '../../sites/notice-board.ts';
import { reportDocument } from '../../sites/report-document.ts';
import { contentOf, inThisThread, nightAfter, nightBed } from './night-bed.ts';

const HOST = 'www.board.gov.cn';
const docx = (year: number, seed: number) => ({
  body: reportDocument({ agency: '双辽市', place: '双辽市', division: '220382', year, seed }).docx(),
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});

test('the same night again asks for nothing; the next night asks whether pages changed, and changes no row', async () => {
  const board = noticeBoard({ host: HOST });
  const bed = await nightBed([board.site], [board.source]);
  const first = await bed.run();
  expect(first).toMatchObject({ exitCode: 0, totals: { new: 2, discovered: 2 }, loaded: { inserted: 2 } });
  expect(first.newReports.toSorted()).toEqual([2021, 2022].map((year) => board.urlOf(reportPath(year))));
  const content = contentOf(bed);
  bed.requests();

  const again = await bed.run();
  expect(bed.requests()).toEqual([]);
  expect(again).toMatchObject({ exitCode: 0, totals: { new: 0, same: 2, notDue: 2 }, newReports: [] });
  expect(renderRunText(again, 'en')).toContain(
    '2 = new 0 + same 2 (of these not due, not asked 2) + skipped 0',
  );

  const next = await bed.run({ at: nightAfter(1) });
  const asked = bed.requests().filter(({ path }) => path.startsWith('/zwgk'));
  expect(asked.map(({ path, status }) => [path, status]).toSorted()).toEqual(
    [LIST_PATH, reportPath(2021), reportPath(2022)].map((path) => [path, 304]).toSorted(),
  );
  expect(next).toMatchObject({
    exitCode: 0,
    totals: { new: 0, same: 2, notDue: 0, changed: 0, vanished: 0 },
  });
  expect(contentOf(bed)).toEqual(content);
});

test('what changed or went within the night is not told of as checked, and is found in the next', async () => {
  const board = noticeBoard({ host: HOST });
  const bed = await nightBed([board.site], [board.source]);
  await bed.run();
  const changed = board.publish(2022, 2);
  board.pages.delete(reportPath(2021));
  expect(await bed.run()).toMatchObject({
    totals: { discovered: 2, same: 2, notDue: 2 },
    changedReports: [],
  });
  expect(await bed.run({ at: nightAfter(1) })).toMatchObject({
    totals: { same: 0, notDue: 0, changed: 1, failed: 1, vanished: 1 },
    changedReports: [changed],
  });
});

test('a changed page is a changed report and a version more, a new link a new report', async () => {
  const board = noticeBoard({ host: HOST });
  const bed = await nightBed([board.site], [board.source]);
  await bed.run();
  const changed = board.publish(2022, 2);
  const added = board.publish(2023);
  const next = await bed.run({ at: nightAfter(1) });
  expect(next).toMatchObject({
    totals: { new: 2, same: 1, changed: 1, vanished: 0 },
    loaded: { inserted: 2 },
  });
  expect([next.changedReports, next.newReports]).toEqual([[changed], [added]]);
  const versions = bed.store.sqlite
    .prepare(
      'SELECT current, night FROM report JOIN document ON document.id = document WHERE year = 2022 ORDER BY night',
    )
    .all();
  expect(versions).toHaveLength(2);
});

test('a report that is gone is told of once, whether its page or its link went, and its record stays', async () => {
  const board = noticeBoard({ host: HOST, years: [2020, 2021, 2022] });
  const bed = await nightBed([board.site], [board.source]);
  await bed.run();
  const content = contentOf(bed);
  const page = board.pages.get(reportPath(2020));
  board.pages.delete(reportPath(2020));
  board.unlink(2021);
  const gone = [2020, 2021].map((year) => board.urlOf(reportPath(year)));
  const next = await bed.run({ at: nightAfter(1) });
  expect(next.vanishedReports.toSorted()).toEqual(gone);
  expect(next).toMatchObject({ totals: { vanished: 2, same: 1, failed: 1 } });
  for (const day of [2, 3]) {
    const later = await bed.run({ at: nightAfter(day) });
    expect(later.vanishedReports).toEqual([]);
    expect(later.totals).toMatchObject({ vanished: 0, failed: 1 });
  }
  expect(contentOf(bed)).toEqual(content);
  // Back again: the same report, not a new one; and gone once more, it is told of once more.
  board.pages.set(reportPath(2020), page!);
  expect((await bed.run({ at: nightAfter(4) })).totals).toMatchObject({ same: 2, new: 0, failed: 0 });
  board.pages.delete(reportPath(2020));
  expect((await bed.run({ at: nightAfter(5) })).vanishedReports).toEqual([gone[0]]);
});

test('a report that nothing leads to is asked for until it is surely gone, and one that stands is lost all the same', async () => {
  const board = noticeBoard({ host: HOST, years: [2020, 2021, 2022] });
  const bed = await nightBed([board.site], [board.source]);
  await bed.run();
  board.unlink(2020);
  board.unlink(2021);
  expect((await bed.run({ at: nightAfter(1) })).vanishedReports).toHaveLength(2);
  board.pages.delete(reportPath(2020));
  const goneRounds = () =>
    bed.store.sqlite
      .prepare("SELECT gone_rounds FROM page WHERE role = 'report' AND outcome = 'vanished' ORDER BY url")
      .pluck()
      .all();
  const asked: string[][] = [];
  const told: unknown[] = [];
  for (const day of [2, 3, 4]) {
    bed.requests();
    const { vanishedReports, totals } = await bed.run({ at: nightAfter(day) });
    const reports = [2020, 2021].map((year) => reportPath(year));
    asked.push(
      bed
        .requests()
        .map(({ path }) => path)
        .filter((path) => reports.includes(path)),
    );
    told.push([vanishedReports, totals.failed, goneRounds()]);
  }
  const [gone, stands] = [reportPath(2020), reportPath(2021)];
  expect(asked.map((paths) => paths.toSorted())).toEqual([[gone, stands], [gone, stands], [stands]]);
  expect(told).toEqual([
    [[], 0, [1, 0]],
    [[], 0, [2, 0]],
    [[], 0, [2, 0]],
  ]);
});

test('a page that fails between two nights of being gone does not make it vanish twice', async () => {
  const board = noticeBoard({ host: HOST });
  let broken = false;
  const bed = await nightBed([board.site], [board.source], ({ path }, _answer, response) => {
    if (!broken || path !== reportPath(2021)) return false;
    response.writeHead(500).end();
    return true;
  });
  await bed.run();
  board.pages.delete(reportPath(2021));
  expect((await bed.run({ at: nightAfter(1) })).vanishedReports).toHaveLength(1);
  broken = true;
  expect((await bed.run({ at: nightAfter(2) })).vanishedReports).toEqual([]);
  broken = false;
  expect((await bed.run({ at: nightAfter(3) })).vanishedReports).toEqual([]);
});

test('a page that holds no report any more is told of once', async () => {
  const board = noticeBoard({ host: HOST });
  const bed = await nightBed([board.site], [board.source]);
  await bed.run();
  board.pages.set(reportPath(2021), {
    body: '<html><body><h1>网站维护公告</h1><p>本页内容已迁移，请稍后再来访问。</p></body></html>',
  });
  const next = await bed.run({ at: nightAfter(1) });
  expect(next).toMatchObject({
    totals: { vanished: 1, skipped: 1 },
    vanishedReports: [board.urlOf(reportPath(2021))],
  });
  expect((await bed.run({ at: nightAfter(2) })).totals).toMatchObject({ vanished: 0, skipped: 1 });
});

test('a better parser reads what is kept again, without a request', async () => {
  const board = noticeBoard({ host: HOST });
  const bed = await nightBed([board.site], [board.source]);
  await bed.run();
  bed.requests();
  const next = await bed.run({ parser: { ...inThisThread, version: '2' } });
  expect(bed.requests()).toEqual([]);
  expect(next.sources[0]).toMatchObject({ parsed: 2, loaded: { unchanged: 2 }, counts: { same: 2 } });
  expect((await bed.run({ parser: { ...inThisThread, version: '2' } })).sources[0]).toMatchObject({
    parsed: 0,
  });
});

test('an attachment that changes, comes or goes makes the report read again, and the page alone does not', async () => {
  const link = '<p><a href="/uploadfile/nb.docx">附件：双辽市2022年政府信息公开工作年度报告.docx</a></p>';
  const board = noticeBoard({ host: HOST, years: [2021] });
  const url = board.publish(2022, 1, link);
  board.pages.set('/uploadfile/nb.docx', docx(2022, 1));
  const bed = await nightBed([board.site], [board.source]);
  expect((await bed.run()).totals).toMatchObject({ new: 2 });
  board.pages.set('/uploadfile/nb.docx', docx(2022, 5));
  const changed = await bed.run({ at: nightAfter(1) });
  expect(changed).toMatchObject({ changedReports: [url], totals: { changed: 1, same: 1 } });
  expect(changed.sources[0]).toMatchObject({ parsed: 1 });
  // The link is taken off: what hung on the page is no part of the report from now on.
  board.publish(2022, 1);
  expect((await bed.run({ at: nightAfter(2) })).changedReports).toEqual([url]);
  bed.requests();
  const quiet = await bed.run({ at: nightAfter(3) });
  expect(quiet.sources[0]).toMatchObject({ parsed: 0, counts: { same: 2, changed: 0 } });
  expect(bed.requests().map(({ path }) => path)).not.toContain('/uploadfile/nb.docx');
});

test('a parser that breaks makes no good night, and what it broke at is read by the next', async () => {
  const board = noticeBoard({ host: HOST });
  const bed = await nightBed([board.site], [board.source]);
  const breaking = {
    ...inThisThread,
    extractReport: async () => {
      throw new Error('no such module');
    },
  };
  const first = await bed.run({ parser: breaking });
  expect(first).toMatchObject({ exitCode: 6, loaded: { inserted: 0, failed: 2 } });
  expect(first.sources).toMatchObject([
    { outcome: 'partly', cause: 'crashed', detail: '2 reports: no such module' },
  ]);
  bed.requests();
  const next = await bed.run();
  expect(next).toMatchObject({ exitCode: 0, loaded: { inserted: 2, failed: 0 } });
  expect(bed.requests()).toEqual([]);
});

test('a report whose address is another one each night, byte for byte the same, has not vanished', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021, 2022] });
  const list = String(board.pages.get(LIST_PATH)?.body);
  const moveTo = (path: string, of: number): void => {
    board.pages.set(LIST_PATH, { body: list.replace(reportPath(2022), path) });
    board.pages.set(path, board.pages.get(reportPath(of))!);
  };
  const bed = await nightBed([board.site], [board.source]);
  moveTo(`${reportPath(2022)}?sid=1`, 2022);
  await bed.run();
  const records = () => bed.store.sqlite.prepare('SELECT count(*) FROM report').pluck().get();
  const before = records();
  for (const night of [1, 2]) {
    moveTo(`${reportPath(2022)}?sid=${night + 1}`, 2022);
    const { totals, alarms } = await bed.run({ at: nightAfter(night) });
    expect([totals.vanished, alarms.filter(({ kind }) => kind === 'vanished')]).toEqual([0, []]);
  }
  expect(records()).toBe(before);
  // What stands there now is another report: the one of 2022 is lost.
  moveTo(`${reportPath(2022)}?sid=9`, 2021);
  expect((await bed.run({ at: nightAfter(3) })).totals.vanished).toBeGreaterThan(0);
});
