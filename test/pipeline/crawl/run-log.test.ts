import { expect, test } from 'vitest';
import { hashOf, LogLine } from '../../../src/pipeline/crawl/run-log.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import * as faults from '../../sites/faults.ts';
import { noticeBoard, reportPath } from '../../sites/notice-board.ts';
import { inThisThread, nightBed } from './night-bed.ts';

/** The lines of a night with one sound source and one whose reports cannot be had. */
async function logOfNight(change: object = {}) {
  const sound = noticeBoard({ host: 'www.h0.gov.cn', id: '220382-h0', years: [2021] });
  const broken = noticeBoard({ host: 'www.h1.gov.cn', id: '220303-h1', years: [2022] });
  // A registered address may hold a key.
  const source = { ...sound.source, pages: ['http://www.h0.gov.cn/nb.html?token=geheim'] };
  const bed = await nightBed([sound.site, broken.site], [source, broken.source], (request, ...rest) =>
    request.path === reportPath(2022) ? faults.instead({ status: 403, body: '' })(request, ...rest) : false,
  );
  const lines: LogLine[] = [];
  const night = await bed
    .run({ logTo: (run) => (line) => lines.push({ ...line, run_id: run }), ...change })
    .catch((error: unknown) => error);
  return { lines, night };
}

test('each line of a run’s log says run, stage, source, hash of the address and cause in codes, and holds no address', async () => {
  const { lines } = await logOfNight();
  for (const line of lines) expect(() => LogLine.parse(line)).not.toThrow();
  expect(new Set(lines.map(({ run_id }) => run_id))).toEqual(new Set([1]));
  expect(lines.filter(({ event }) => event === 'stage').map(({ stage }) => stage)).toEqual([
    ...['crawl', 'compare', 'report'],
  ]);
  const forbidden = { source: '220303-h1', url_hash: hashOf(`http://www.h1.gov.cn${reportPath(2022)}`) };
  expect(lines).toContainEqual(
    expect.objectContaining({
      ...{ event: 'fetched', level: 'warn', stage: 'crawl', ...forbidden, host: 'www.h1.gov.cn' },
      ...{ role: 'report', outcome: 'failed', cause: 'forbidden', status: 403 },
    }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ event: 'address', cause: 'forbidden', ...forbidden }),
  );
  expect(lines).toContainEqual(expect.objectContaining({ event: 'alarm', cause: 'source_failed' }));
  expect(lines.at(-1)).toMatchObject({ event: 'run_ended', exit_code: 6, counts: { failed: 2, new: 1 } });
  const text = JSON.stringify(lines);
  expect(text).not.toMatch(/https?:|geheim|\/zwgk\//);
});

test('an error that ends a run is its last line, with the code of what was wrong', async () => {
  const full = new StoreError('disk_full', 'g.sqlite', 'is full');
  const parser = {
    ...inThisThread,
    kindOf: () => {
      throw full;
    },
  };
  const { lines, night } = await logOfNight({ parser });
  expect(night).toBe(full);
  expect(lines.at(-1)).toMatchObject({
    event: 'run_failed',
    level: 'error',
    cause: 'disk_full',
    stage: 'crawl',
  });
});
