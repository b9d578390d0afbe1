import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendResource } from '../../../src/archive/append-resource.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { loadExtraction } from '../../../src/store/load-extraction.ts';
import { buildApp } from '../../../src/web/app.tsx';
import { DATE } from '../../archive/temp-archive.ts';
import { makePdf } from '../../parsers/pdf/make-pdf.ts';
import { makeExtraction } from '../../store/make-extraction.ts';
import { openTools } from '../open-tools.ts';
import { importFiles } from './import-files.ts';

const FIXTURE = readFileSync(join(import.meta.dirname, '../../fixtures/generated/html-plain-2021-11.html'));
const CELL = 'applications.received_new.total';
const { tools, close } = openTools();
const app = buildApp(tools);
const ask = (path: string) =>
  app.request(`http://localhost${path}`, { headers: { 'accept-language': 'en' } });

let sound = 0;
beforeAll(async () => {
  sound = (await importFiles(tools, { 'sound.html': FIXTURE }))['sound.html'] ?? 0;
});
afterAll(close);

/** A record whose document is these bytes; `archived: false` leaves them out of the archive. */
async function addReport(
  bytes: Uint8Array,
  { archived = true, folder = tools.archive, name = 'a' } = {},
): Promise<number> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const made = makeExtraction({ seed: bytes.length, cells: 5 });
  const { cells } = await soundExtraction();
  const extraction: Extraction = { ...made, cells: [...cells], claims: [], findings: [], sha256 };
  const archive = await openArchive(folder);
  const place = archived ? await appendResource(archive, bytes, { date: DATE, file: 'a' }) : undefined;
  await archive.close();
  const { reportId } = loadExtraction(
    tools.writer,
    {
      ...{ sha256, byteLength: bytes.length, kind: 'pdf', origin: { file: name }, parserVersion: '1' },
      ...(place ? { archived: place } : {}),
    },
    extraction,
  );
  return reportId;
}

async function soundExtraction(): Promise<Pick<Extraction, 'cells'>> {
  const { cells } = (await (await ask(`/reports/${sound}.json`)).json()) as { cells: Extraction['cells'] };
  return {
    cells: cells.map(({ variable, value, raw, status, source }) => ({
      variable,
      value,
      raw,
      status,
      source,
    })),
  };
}

/** What the frame says, and that nothing is lost with it: words instead, the page still there. */
async function expectFault(report: number, fault: string, words: RegExp): Promise<void> {
  const frame = await ask(`/reports/${report}/evidence?cell=${CELL}`);
  const text = await frame.text();
  expect(frame.status).toBe(200);
  expect(text).toContain(`data-fault="${fault}"`);
  expect(text).toMatch(words);
  expect(text).toContain('Received this year');
  const page = await (await ask(`/reports/${report}?cell=${CELL}`)).text();
  expect(page).toContain(`/reports/${report}/evidence?cell=${CELL}#lit`);
  expect(page).toContain(`href="/reports/${report}/original"`);
  const extracted = await ask(`/reports/${report}/text`);
  expect(extracted.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await extracted.text()).toContain('Received this year');
}

test('a sound document is shown, its cell lit', async () => {
  const text = await (await ask(`/reports/${sound}/evidence?cell=${CELL}`)).text();
  expect(text.match(/data-evidence="chosen" id="lit"|id="lit"[^>]*data-evidence="chosen"/g)).toHaveLength(1);
  expect(text).not.toContain('class="note"');
});

test('a file that is missing from the archive is told of, and has no bytes to give', async () => {
  const folder = join(tools.archive);
  const report = await addReport(Buffer.from('%PDF-1.4 missing'));
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.warc.gz'));
  renameSync(join(folder, file), join(folder, 'away'));
  try {
    await expectFault(report, 'file_missing', /archive file is missing/);
    expect((await ask(`/reports/${report}/original`)).status).toBe(404);
  } finally {
    renameSync(join(folder, 'away'), join(folder, file));
  }
});

test('bytes that are not those that were read are not shown, and are given as unverified', async () => {
  const report = await addReport(Buffer.from('%PDF-1.4 as it was read'));
  const other = await addReport(Buffer.from('%PDF-1.4 something else'));
  tools.writer.sqlite
    .prepare(
      'UPDATE document SET archive_offset = (SELECT d.archive_offset FROM document d JOIN report r ON r.document = d.id WHERE r.id = ?), archive_length = (SELECT d.archive_length FROM document d JOIN report r ON r.document = d.id WHERE r.id = ?) WHERE id = (SELECT document FROM report WHERE id = ?)',
    )
    .run(other, other, report);
  await expectFault(report, 'hash_mismatch', /hash does not match/);
  const raw = await ask(`/reports/${report}/original`);
  expect(raw.headers.get('content-disposition')).toMatch(/^attachment; filename="unverified-gongkai-/);
});

test('bytes that cannot even be unpacked are told of in the same way', async () => {
  const report = await addReport(Buffer.from('%PDF-1.4 in the wrong place'));
  tools.writer.sqlite
    .prepare(
      'UPDATE document SET archive_offset = archive_offset + 3 WHERE id = (SELECT document FROM report WHERE id = ?)',
    )
    .run(report);
  await expectFault(report, 'hash_mismatch', /hash does not match/);
  expect((await ask(`/reports/${report}/original`)).status).toBe(404);
});

test('a record without an archive says that its document was not kept', async () => {
  await expectFault(
    await addReport(Buffer.from('%PDF-1.4 no archive'), { archived: false }),
    'not_archived',
    /not kept/,
  );
});

test('a file that cannot be rendered is told of, and its bytes are given as they are', async () => {
  const bytes = Buffer.from('%PDF-1.7\nthis is no PDF\n%%EOF');
  const report = await addReport(bytes);
  await expectFault(report, 'unrenderable', /cannot be rendered/);
  const raw = await ask(`/reports/${report}/original`);
  expect(Buffer.from(await raw.arrayBuffer()).equals(bytes)).toBe(true);
  expect(raw.headers.get('content-disposition')).toMatch(
    /^attachment; filename="gongkai-\d+-[0-9a-f]{12}\.pdf"$/,
  );
  expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
  expect(raw.headers.get('content-type')).toBe('application/octet-stream');
});

test('an image of more pixels than anybody decodes is too large', async () => {
  const png = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(png);
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  await expectFault(await addReport(png), 'too_large', /too large/);
});

test('a cell whose place is not in the document is told of, and the document is shown without a light', async () => {
  const report = await addReport(Buffer.from('<html><body><p>Another page</p></body></html>'));
  const text = await (await ask(`/reports/${report}/evidence?cell=${CELL}`)).text();
  expect(text).toMatch(/class="note"[^<]*>The place of “[^”]+” is missing/);
  expect(text).toContain('Another page');
  expect(text).not.toContain('data-evidence="chosen"');
});

test('a cell that the report does not print has no place, and the frame says so', async () => {
  const text = await (await ask(`/reports/${sound}/evidence?cell=applications.other.total`)).text();
  expect(text).toMatch(/class="note"[^<]*>“[^”]+” has no place/);
});

test('a page that the file does not have is told of', async () => {
  const report = await addReport(makePdf([{ content: '' }]));
  expect(await (await ask(`/reports/${report}/evidence?page=9`)).text()).toContain(
    'data-fault="unrenderable"',
  );
});

test('another document of the archive is not opened by its hash', async () => {
  const report = await addReport(Buffer.from('a text of another report'));
  const { report: row } = (await (await ask(`/reports/${report}.json`)).json()) as {
    report: { sha256: string };
  };
  expect((await ask(`/reports/${sound}/evidence?part=${row.sha256}`)).status).toBe(404);
  expect((await ask(`/reports/${sound}/original?part=${row.sha256}`)).status).toBe(404);
});

test('a download has a neutral name, whatever the document was called', async () => {
  const names = [
    ...[
      '../../etc/passwd',
      '..\\..\\boot.ini',
      '/etc/shadow',
      'C:\\x',
      'CON',
      'nul.txt',
      'a\0.html',
      'a\r\nSet-Cookie: x=1',
    ],
    ...[
      '\u202egnp.exe',
      'a";filename="b.exe',
      '%2e%2e%2f',
      'a'.repeat(300),
      'x.html.',
      '.htaccess',
      '公开.html',
      'a;b',
      '~',
      '-rf',
    ],
  ];
  for (const [index, name] of names.entries()) {
    const report = await addReport(Buffer.from(`a text of number ${index}`), { name });
    const { headers } = await ask(`/reports/${report}/original`);
    expect(headers.get('content-disposition'), name).toMatch(
      /^attachment; filename="gongkai-\d+-[0-9a-f]{12}\.[a-z.]+"$/,
    );
    const page = await (await ask(`/reports/${report}`)).text();
    expect(page, name).not.toMatch(/<script>|onerror/);
  }
});

test('a file of the report is shown as itself, and says that the numbers are not from it', async () => {
  const report = await addReport(Buffer.from('<html><body><p>The page of the report</p></body></html>'));
  const file = Buffer.from('<html><body><p>The file that hangs on it</p></body></html>');
  const archive = await openArchive(tools.archive);
  const place = await appendResource(archive, file, { date: DATE, file: 'b' });
  await archive.close();
  const sha256 = createHash('sha256').update(file).digest('hex');
  const { sqlite } = tools.writer;
  const page = sqlite.prepare(
    'INSERT INTO page (source, role, url, sha256, first_round, seen_round) VALUES (?, ?, ?, ?, 1, 1)',
  );
  const main = page.run('a', 'report', 'http://a.example/', Buffer.alloc(32)).lastInsertRowid;
  const part = page.run('a', 'attachment', 'http://a.example/b', Buffer.from(sha256, 'hex')).lastInsertRowid;
  sqlite.prepare('INSERT INTO page_part (page, part) VALUES (?, ?)').run(main, part);
  sqlite
    .prepare(
      "INSERT INTO parsed (page, unit, parser_version, outcome, report) VALUES (?, 'u', '1', 'loaded', ?)",
    )
    .run(main, report);
  sqlite
    .prepare(
      "INSERT INTO capture (file, offset, length, url, date, sha256) SELECT id, ?, ?, 'http://a.example/b', '2022', ? FROM archive_file WHERE name = ?",
    )
    .run(place.offset, place.length, Buffer.from(sha256, 'hex'), place.file);
  const frame = await (await ask(`/reports/${report}/evidence?part=${sha256}`)).text();
  expect(frame).toContain('The file that hangs on it');
  expect(frame).toContain('This is another file of the report');
  expect(await (await ask(`/reports/${report}`)).text()).toContain(`part=${sha256}`);
});

test('everything out of the archive comes with headers that hold it', async () => {
  for (const path of ['evidence', 'original', 'text']) {
    const { headers } = await ask(`/reports/${sound}/${path}`);
    expect(headers.get('content-security-policy')).toMatch(
      /^sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'$/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
});
