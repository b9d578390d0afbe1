import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendResource } from '../../src/archive/append-resource.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { Place } from '../../src/archive/place.ts';
import { readRecord } from '../../src/archive/read-record.ts';
import { rebuildIndex } from '../../src/archive/rebuild-index.ts';
import { DATE, gbkPage, placesIn, tempArchive, tempDir } from './temp-archive.ts';

const indexOf = (dir: string, file: string) => join(dir, `${file}.index.jsonl`);

/** A closed archive of three documents. */
async function makeArchive(): Promise<{ dir: string; file: string; places: Place[] }> {
  const dir = tempDir();
  const archive = await openArchive(dir);
  const places: Place[] = [];
  for (const text of ['1', '2', '3'])
    places.push(await appendResource(archive, gbkPage(text), { file: `${text}.html`, date: DATE }));
  await archive.close();
  return { dir, file: places[0]?.file ?? '', places };
}

async function placesOf(dir: string): Promise<Place[]> {
  const archive = await openArchive(dir);
  await archive.close();
  return placesIn(archive);
}

test('the index made from the files alone is the index that was written', async () => {
  const { dir, file } = await makeArchive();
  const written = readFileSync(indexOf(dir, file), 'utf8');
  rmSync(indexOf(dir, file));
  expect(await rebuildIndex(dir)).toEqual({ files: 1, records: 3, damages: [] });
  expect(readFileSync(indexOf(dir, file), 'utf8')).toBe(written);
});

const damages: [what: string, damage: (path: string) => void][] = [
  ['missing', (path) => rmSync(path)],
  ['cut in the middle of a line', (path) => truncateSync(path, statSync(path).size - 7)],
  [
    'one line short',
    (path) => writeFileSync(path, `${readFileSync(path, 'utf8').split('\n').slice(0, -2).join('\n')}\n`),
  ],
  ['full of junk', (path) => writeFileSync(path, '\0\0{"offset":7}\n')],
  ['ahead of its file', (path) => appendFileSync(path, readFileSync(path, 'utf8').split('\n').at(-2) ?? '')],
];

test.each(damages)('an index that is %s is put right when the archive is opened', async (_, damage) => {
  const { dir, file, places } = await makeArchive();
  const written = readFileSync(indexOf(dir, file), 'utf8');
  damage(indexOf(dir, file));
  expect(await placesOf(dir)).toEqual(places);
  expect(readFileSync(indexOf(dir, file), 'utf8').trim()).toContain(written.trim());
});

test.each([1, 8, 60, 200])(
  'a last record that lacks %i bytes is closed off, the others stay',
  async (missing) => {
    const { dir, file, places } = await makeArchive();
    truncateSync(join(dir, file), statSync(join(dir, file)).size - missing);
    const archive = await tempArchive(dir);
    expect(placesIn(archive)).toEqual(places.slice(0, 2));
    const again = await appendResource(archive, gbkPage('3'), { file: '3.html', date: DATE });
    expect(again.file).toBe('gongkai-000002.warc.gz');
    await archive.close();
    expect(await placesOf(dir)).toEqual([...places.slice(0, 2), again]);
    for (const place of [...places.slice(0, 2), again]) expect((await readRecord(dir, place)).length).toBe(9);
    const { damages, records } = await rebuildIndex(dir);
    expect(records).toBe(3);
    expect(damages).toEqual([{ file, offset: places[2]?.offset, reason: 'cut_off' }]);
  },
);

test('a record whose bytes have changed is not read as if it were sound', async () => {
  const { dir, file, places } = await makeArchive();
  const bytes = readFileSync(join(dir, file));
  const [, second] = places as [Place, Place];
  const middle = second.offset + Math.floor(second.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(join(dir, file), bytes);
  await expect(readRecord(dir, second)).rejects.toMatchObject({ problem: 'damaged' });
  expect((await readRecord(dir, places[2] as Place)).length).toBe(9);
  expect(await rebuildIndex(dir)).toEqual({
    files: 1,
    records: 2,
    damages: [{ file, offset: second.offset, reason: expect.any(String) }],
  });
  expect(await placesOf(dir)).toEqual([places[0], places[2]]);
});

test('a place that is wrong, missing or outside is refused', async () => {
  const { dir, places } = await makeArchive();
  const [place, other] = places as [Place, Place];
  await expect(readRecord(dir, { ...place, offset: place.offset + 5 })).rejects.toMatchObject({
    problem: 'damaged',
  });
  await expect(readRecord(dir, { ...other, sha256: place.sha256 })).rejects.toMatchObject({
    problem: 'damaged',
  });
  await expect(readRecord(dir, { ...place, file: 'none.warc.gz' })).rejects.toMatchObject({
    problem: 'missing',
  });
  await expect(readRecord(dir, { ...place, file: '../../etc/passwd' })).rejects.toMatchObject({
    problem: 'missing',
  });
});

test('the lock of a process that was killed is taken over', async () => {
  const { dir, places } = await makeArchive();
  writeFileSync(join(dir, 'writer.lock'), '999999999');
  expect(await placesOf(dir)).toEqual(places);
  expect(readdirSync(dir)).not.toContain('writer.lock');
});
