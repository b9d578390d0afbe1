import { expect, test } from 'vitest';
import { FIXITY_PARTS, type Fixity } from '../../../src/archive/check-fixity.ts';
import { readAgain } from '../../../src/pipeline/crawl/read-again.ts';

const bad = {
  file: 'gongkai-000001.warc.gz',
  offset: 77,
  uri: 'http://a.gov.cn/',
  reason: 'damaged',
} as const;
const archiveWith =
  (part: number) =>
  (asked: number): Fixity => ({ checked: 1, bytes: 10, damages: asked === part ? [bad] : [] });

test('in thirty nights every part is read, and what was found stays told of until its part comes again', () => {
  let night = readAgain(archiveWith(4), undefined);
  const seen = [night];
  for (let at = 1; at < FIXITY_PARTS + 4; at++) {
    night = readAgain(archiveWith(4), night);
    seen.push(night);
  }
  expect(new Set(seen.map(({ part }) => part)).size).toBe(FIXITY_PARTS);
  expect(seen.map(({ damages }) => damages.length)).toEqual([
    ...[0, 0, 0, 0],
    ...Array.from({ length: FIXITY_PARTS }, () => 1),
  ]);
  expect(night.damages).toEqual([{ ...bad, part: 4 }]);
  const mended = readAgain(archiveWith(-1), night);
  expect(mended).toMatchObject({ part: 4, damages: [] });
});
