import { expect, test } from 'vitest';
import { openArchive } from '../../../src/archive/open-archive.ts';
import { reparse } from '../../../src/pipeline/reparse/reparse.ts';
import type { Store } from '../../../src/store/store.ts';
import { jcmsSite } from '../../sites/jcms.ts';
import { jcmsAnnualReportSite } from '../../sites/jcms-annual-report.ts';
import { noticeBoard, reportPath } from '../../sites/notice-board.ts';
import {
  contentOf,
  expectBalance,
  inThisThread,
  type NightBed,
  nightAfter,
  nightBed,
  readHere,
} from '../crawl/night-bed.ts';

const BOARD = 'www.board.gov.cn';
const order = (at: number) => ({
  ...{ host: `www.h${at}.gov.cn`, place: '双辽市', division: '220382', seed: at },
  ...{ years: [2019, 2020, 2021, 2022, 2023], departments: [] },
});

/** A board whose lists and reports have validators, rows that are asked for by POST, and lists that hold a report. */
async function openBed(): Promise<NightBed> {
  const board = noticeBoard({ host: BOARD, years: [2021, 2022] });
  board.pages.delete(reportPath(2021));
  const plans = [jcmsSite(order(1), { rows: 'form' }), jcmsAnnualReportSite(order(2))];
  const sources = plans.map(({ source }, at) => ({
    ...{ ...source, id: `220382-h${at}`, level: 'county' as const, assertions: { min: 1, max: 99 } },
  }));
  return nightBed([board.site, ...plans.map(({ site }) => site)], [board.source, ...sources]);
}

async function rebuild(store: Store, dir: string): Promise<void> {
  const archive = await openArchive(dir);
  const { signal } = new AbortController();
  const deps = {
    store,
    archive,
    reader: readHere,
    parser: inThisThread,
    corrections: [],
    concurrency: 1,
    signal,
  };
  await reparse(deps);
  await archive.close();
}

const frontierOf = ({ store }: NightBed): unknown[] =>
  store.sqlite
    .prepare(
      `SELECT source, role, url, final_url, etag, last_modified, hex(sha256), changed_at, outcome FROM page
       WHERE outcome IN ('new', 'same') ORDER BY 1, 2, 3`,
    )
    .all();

const asked = (bed: NightBed): string[] =>
  bed
    .requests()
    .filter(({ path }) => path !== '/robots.txt' && !/^\/[a-z]{16}\.html$/.test(path))
    .map(({ method, host, path, status }) => `${method} ${host}${path} ${status}`)
    .toSorted();

test('a night after the database was lost and rebuilt is the night that it would have been', async () => {
  const [kept, lost] = [await openBed(), await openBed()];
  for (const bed of [kept, lost]) {
    await bed.run();
    await bed.run({ at: nightAfter(1) });
    bed.requests();
  }
  await lost.lose(rebuild);
  expect(frontierOf(lost)).toEqual(frontierOf(kept));
  const content = contentOf(lost);
  // A few hours later all is fresh but what failed; the next night it is asked for by what is known of it.
  for (const at of [1.2, 2]) {
    const [plain, rebuilt] = [await kept.run({ at: nightAfter(at) }), await lost.run({ at: nightAfter(at) })];
    expectBalance(rebuilt);
    expect(rebuilt.totals).toEqual(plain.totals);
    expect(rebuilt.totals).toMatchObject({ new: 0, changed: 0, vanished: 0 });
    const requests = asked(lost);
    expect(requests).toEqual(asked(kept));
    if (at === 2)
      expect(requests).toEqual(
        expect.arrayContaining([expect.stringMatching(/^GET .* 304$/), expect.stringMatching(/^POST /)]),
      );
  }
  expect(contentOf(lost)).toEqual(content);
});

test('that a report is gone, and in how many rounds that was said, is known again from the archive', async () => {
  const board = noticeBoard({ host: BOARD, years: [2021, 2022] });
  const bed = await nightBed([board.site], [board.source]);
  await bed.run();
  board.pages.delete(reportPath(2021));
  for (const day of [1, 2]) await bed.run({ at: nightAfter(day) });
  const gone = () =>
    bed.store.sqlite
      .prepare('SELECT url, outcome, failures, gone_rounds, checked_at FROM page WHERE gone_rounds > 0')
      .all();
  const before = gone();
  expect(before).toMatchObject([{ outcome: 'vanished', failures: 2, gone_rounds: 2 }]);
  await bed.lose(rebuild);
  expect(gone()).toEqual(before);
});
