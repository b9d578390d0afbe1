import { hash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Originals } from '../../src/archive/originals.ts';
import { PlaceTable, rememberPlace } from '../../src/archive/place.ts';

const DOCUMENTS = 50_000;
/** Digest and place of the document, and of what its address gave last. */
const MOST_BYTES = 160;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const inUse = (): number => {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

test('what is known of an archived document takes some hundred bytes of memory, however long its address', () => {
  const places = new PlaceTable();
  const originals = new Originals('.', places);
  const before = inUse();
  for (let at = 0; at < DOCUMENTS; at++) {
    const sha256 = hash('sha256', String(at), 'hex');
    const uri = `http://www.place220382.gov.cn/zwgk/zfxxgk/zfxxgknb/bmnb/202201/t20220110_${at}.html`;
    const entry = {
      type: 'response',
      ...{ offset: at * 9000, length: 9000, id: `${sha256.slice(0, 8)}-0000-4000-8000` },
      ...{ uri, date: '2022-01-10T00:00:00.000Z', sha256, payload: sha256, status: 200 },
    } as const;
    rememberPlace(places, 'gongkai-000001.warc.gz', entry);
    originals.remember(entry, { file: 'gongkai-000001.warc.gz', offset: entry.offset, length: 9000 });
  }
  expect((inUse() - before) / DOCUMENTS).toBeLessThan(MOST_BYTES);
  expect(places.size).toBe(DOCUMENTS);
});
