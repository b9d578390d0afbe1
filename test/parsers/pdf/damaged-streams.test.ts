import { deflateRawSync, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import { countDamagedStreams } from '../../../parsers/pdf/damaged-streams.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { cleanDocument } from '../../mutation/documents.ts';
import { makePdf, showText } from './make-pdf.ts';

const TEXT = Buffer.from(showText('一、本年新收政府信息公开申请数量 52 135 51', 60, 700).repeat(20));
const SOUND = deflateSync(TEXT);

const streamOf = (data: Buffer, head = '/Filter/FlateDecode', end = '\n'): Buffer =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n4 0 obj\n<<${head}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from(`${end}endstream\nendobj\n`),
  ]);
const withByte = (data: Buffer, at: number, change: (byte: number) => number): Buffer => {
  const changed = Buffer.from(data);
  changed[at] = change(changed[at] ?? 0);
  return changed;
};
const flipped = (data: Buffer, at: number): Buffer => withByte(data, at, (byte) => byte ^ 0x10);
const half = Math.floor(SOUND.length / 2);

test.each([
  ['as it was written', streamOf(SOUND), 0],
  ['with no line end behind it', streamOf(SOUND, '/Filter/FlateDecode', ''), 0],
  ['without a checksum, as some producers write it', streamOf(SOUND.subarray(0, -4)), 0],
  ['with the end of its checksum left out', streamOf(SOUND.subarray(0, -1)), 0],
  ['with its end and a line after', streamOf(Buffer.concat([SOUND, Buffer.from('\r\n')])), 0],
  ['with zeros for its checksum', streamOf(Buffer.concat([SOUND.subarray(0, -4), Buffer.alloc(4)])), 0],
  ['a byte changed in it', streamOf(flipped(SOUND, half)), 1],
  ['its checksum changed', streamOf(flipped(SOUND, SOUND.length - 2)), 1],
  ['its head changed', streamOf(flipped(SOUND, 0)), 1],
  ['its second half lost', streamOf(SOUND.subarray(0, half)), 1],
  ['no stream of deflated data', streamOf(TEXT, ''), 0],
  ['a picture', streamOf(flipped(SOUND, half), '/Subtype/Image/Filter/FlateDecode'), 0],
  ['deflated by another name', streamOf(flipped(SOUND, half), '/Filter [ /Fl ]'), 1],
  ['deflated without any head', streamOf(deflateRawSync(TEXT)), 1],
  [
    'in a file with a password',
    Buffer.concat([streamOf(flipped(SOUND, half)), Buffer.from('/Encrypt 9 0 R')]),
    0,
  ],
])('a stream %s', (_, file, count) => {
  expect(countDamagedStreams(file)).toBe(count);
});

test('streams of a whole file are found, however it is written', () => {
  for (const options of [{ packed: true }, { streams: true }, { packed: true, streams: true }]) {
    const content = TEXT.toString('latin1');
    const pages = [
      { content: '/F Do', forms: { F: { matrix: '1 0 0 1 0 0', content } } },
      { content: showText('endstream stream', 60, 700) },
    ];
    const file = makePdf(pages, '', options);
    expect(countDamagedStreams(file), JSON.stringify(options)).toBe(0);
    expect(Buffer.from(file).includes(' Tj ')).toBe(!('packed' in options));
  }
});

test('numbers of a damaged file stay and are all told of', async () => {
  const clean = cleanDocument('pdf:html-plain-2021', 5);
  const bytes = Buffer.from(clean.render(clean.blocks));
  const hints = { gazetteer: loadGazetteer() };
  const sound = await parseDocument(bytes, hints);
  const damaged = await parseDocument(damagedIn(bytes), hints);
  const told = (reading: typeof sound) => reading.findings.filter(({ rule }) => rule === 'document.damaged');
  expect(told(sound)).toEqual([]);
  const printed = damaged.cells.filter(({ source }) => source !== null).map(({ variable }) => variable);
  expect(printed.length).toBeGreaterThan(20);
  expect(told(damaged).map(({ variables }) => variables)).toEqual([printed]);
});

/** The checksum of the first packed stream changed. */
const damagedIn = (bytes: Buffer): Buffer => {
  const start = bytes.indexOf('stream', bytes.indexOf('/FlateDecode'));
  return flipped(bytes, bytes.indexOf('\nendstream', start) - 2);
};
