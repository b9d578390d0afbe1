import { expect, onTestFinished, test } from 'vitest';
import { openReadThread, type ReadThreadOptions } from '../../../src/pipeline/crawl/read-thread.ts';
import { LIST_PATH, noticeBoard, reportPath } from '../../sites/notice-board.ts';
import { readHere } from './night-bed.ts';

const naughty = new URL('../workers/naughty-reader.mjs', import.meta.url);
const bytes = new Uint8Array();

function readThread(options: ReadThreadOptions) {
  const thread = openReadThread(options);
  onTestFinished(() => thread.close());
  return thread;
}

test('reads lists and articles as this thread does', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021, 2022] });
  const thread = readThread({});
  const pageAt = (path: string) => ({
    url: board.urlOf(path),
    bytes: Buffer.from(board.pages.get(path)?.body ?? ''),
  });
  const list = pageAt(LIST_PATH);
  const article = pageAt(reportPath(2022));
  const [reading, again, told] = await Promise.all([
    thread.readList('generic', list),
    thread.readList('generic', list),
    thread.readArticle('generic', article),
  ]);
  expect(reading.reports).toHaveLength(2);
  expect([reading, again]).toEqual(Array(2).fill(await readHere.readList('generic', list)));
  expect(told).toEqual(await readHere.readArticle('generic', article));
});

test.each(['hang', 'sleep', 'exit', 'throw'])(
  'a page at which the thread would %s costs that page alone',
  async (fault) => {
    const thread = readThread({ worker: naughty, timeoutMs: 500, wallMs: 2_000 });
    const urls = ['http://h/1', `http://h/${fault}`, 'http://h/2', 'http://h/3'];
    const read = (url: string) => thread.readArticle('generic', { url, bytes });
    const ended = await Promise.allSettled(urls.map(read));
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(String((ended[1] as PromiseRejectedResult).reason)).toContain(`http://h/${fault}`);
    expect(await read('http://h/4')).toMatchObject({ title: 'http://h/4' });
  },
);

test('a page that other work on the machine keeps waiting is read, however long it takes by the clock', async () => {
  const thread = readThread({ worker: naughty, timeoutMs: 300 });
  const reading = await thread.readArticle('generic', { url: 'http://h/wait', bytes });
  expect(reading).toMatchObject({ title: 'http://h/wait' });
});
