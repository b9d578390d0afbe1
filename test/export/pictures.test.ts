import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { findPictureFont } from '../../src/charts/to-png.ts';
import { coverPlaces } from '../../src/export/coverage.ts';
import { anomaliesPicture } from '../../src/export/pictures/anomalies-picture.ts';
import { coveragePicture } from '../../src/export/pictures/coverage-picture.ts';
import { OUTCOMES, outcomesPicture } from '../../src/export/pictures/outcomes-picture.ts';
import { drawPicture, writePictures } from '../../src/export/pictures/write-pictures.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { tempDir } from '../store/temp-store.ts';
import { readCsv } from './read-csv.ts';

const gazetteer = loadGazetteer();
const listed = [2019, 2021].map((year, id) => ({
  ...{ id, sha256: new Uint8Array(), year, division: '220382', agency: '双辽市', place: '双辽市' },
  ...{ level: 'county', form: '2021', current: 1, published: null },
}));
const covered = coverPlaces({ listed, withdrawn: new Set(), gazetteer, sources: [], outcomes: new Map() });
const sums = {
  years: [2019, 2020, 2021],
  of: (year: number, variable: string) =>
    year === 2020 ? { sum: 0, reports: 0 } : { sum: variable.length, reports: 3 },
};
const pictures = [
  coveragePicture(covered, (code) => gazetteer.unitsByCode.get(code)?.[0]?.rows.at(-1)?.name ?? code),
  outcomesPicture(sums),
  anomaliesPicture({
    ...{ variables: new Map(), years: new Map(), reports: 7 },
    rules: new Map([
      ['cell.malformed', 2],
      ['applications.balance', 5],
    ]),
  }),
];

test('each picture has its numbers beside it, and the same input gives the same bytes', async () => {
  const [a, b] = [tempDir(), tempDir()];
  await writePictures(a, pictures);
  await writePictures(b, pictures);
  const endings = findPictureFont() ? ['svg', 'csv', 'png'] : ['svg', 'csv'];
  for (const { name } of pictures)
    for (const ending of endings) {
      const [first, second] = [a, b].map((dir) => readFileSync(join(dir, 'charts', `${name}.${ending}`)));
      expect(first?.length, name).toBeGreaterThan(80);
      expect(second?.equals(first ?? Buffer.alloc(0)), `${name}.${ending}`).toBe(true);
    }
  const jilin = readCsv(join(a, 'charts', 'coverage.csv')).filter(({ place }) => place === '吉林省');
  expect(jilin.map(({ year, reported }) => [year, reported])).toEqual([
    ['2019', '1'],
    ['2020', '0'],
    ['2021', '1'],
  ]);
});

test('what no report tells is a gap and no zero', async () => {
  const [, outcomes] = pictures;
  expect(outcomes?.rows[1]).toEqual([2020, null, 0, ...OUTCOMES.flatMap(() => [null, 0])]);
  const svg = await drawPicture(outcomes!);
  expect([...svg.matchAll(/<circle/g)].length).toBe(2);
});

test('the most frequent rule stands first', () => {
  expect(pictures[2]?.rows.map(([rule, , findings]) => [rule, findings])).toEqual([
    ['applications.balance', 5],
    ['cell.malformed', 2],
  ]);
});

test.skipIf(findPictureFont() === null)(
  'Chinese words are drawn as words and not as empty squares',
  async () => {
    const dir = tempDir();
    const picture = (zh: string) => ({ ...pictures[2]!, title: { zh, en: '' } });
    const inkOf = async (zh: string) => {
      await writePictures(dir, [picture(zh)]);
      const image = await loadImage(readFileSync(join(dir, 'charts', 'anomalies.png')));
      const canvas = createCanvas(image.width, 60);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(20, 8, 30, 36).data.join();
    };
    // Two characters that no font has look alike; two that it has do not.
    expect(await inkOf('国')).not.toBe(await inkOf('省'));
    expect(await inkOf('\u{10fff0}')).toBe(await inkOf('\u{10fff1}'));
  },
);
