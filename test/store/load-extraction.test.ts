import { expect, test } from 'vitest';
import type { Extraction } from '../../src/model/extraction.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import { appendDecision } from '../../src/store/append-decision.ts';
import { countRows } from '../../src/store/count-rows.ts';
import { getExtraction } from '../../src/store/get-extraction.ts';
import { listFindings } from '../../src/store/list-findings.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import { makeExtraction, sha256Of, VARIABLES, variable } from './make-extraction.ts';
import { dump, load, query, tempStore } from './temp-store.ts';

/** The record of the same document as a better parser reads it. */
function reparsed(extraction: Extraction): Extraction {
  const [balance] = extraction.findings;
  if (!balance) throw new Error('a finding is needed');
  return {
    ...extraction,
    cells: extraction.cells.map((cell, index) =>
      index === 0 ? { ...cell, value: 77, raw: '77', status: 'reported' } : cell,
    ),
    claims: extraction.claims.slice(0, 1),
    findings: [
      makeFinding({
        rule: 'cell.malformed',
        scope: variable(3),
        severity: 'info',
        message: { zh: '零', en: 'zero' },
      }),
      { ...balance, message: { zh: '另一种说法', en: 'said otherwise' } },
    ],
  };
}

test.each(['html', 'text'] as const)('gives back the whole record of a %s document', (kind) => {
  const store = tempStore();
  const extraction = makeExtraction({ kind });
  const { reportId, outcome } = load(store, extraction);
  expect(outcome).toBe('inserted');
  expect(getExtraction(store, reportId)).toEqual(extraction);
});

test('gives back a record of which nothing is known', () => {
  const store = tempStore();
  const nothing: Extraction = {
    ...makeExtraction({ cells: 0 }),
    report: {
      ...{ title: null, agency: null, place: null, division: null, level: null, year: null, published: null },
      ...{ form: null, period: null, contact: { address: null, postcode: null, phone: null } },
    },
    claims: [],
    findings: [
      makeFinding({
        rule: 'document.not_a_report',
        scope: 'document',
        severity: 'error',
        message: { zh: '', en: '' },
      }),
    ],
  };
  expect(getExtraction(store, load(store, nothing).reportId)).toEqual(nothing);
});

test('keeps the order of the cells and every odd text', () => {
  const store = tempStore();
  const { cells, ...rest } = makeExtraction();
  const odd = [
    ...([null, '', '00', '1', '一', '0'] as const).map((raw, index) => ({
      variable: variable(index),
      value: 1,
      raw,
    })),
    { variable: variable(6), value: 1e15, raw: '1000000000000000' },
    { variable: variable(7), value: 0.1, raw: '0.1' },
    { variable: variable(8), value: -3, raw: '-3' },
  ].map((cell) => ({ ...cell, status: 'reported' as const, source: null }));
  const blanks = [null, '', ' '].map((raw, index) => {
    return { variable: variable(20 + index), value: null, raw, status: 'blank' as const, source: null };
  });
  const extraction = { ...rest, cells: [...odd, ...blanks, ...cells.slice(30)].toReversed() };
  const { reportId } = load(store, extraction);
  expect(getExtraction(store, reportId)).toEqual(extraction);
  const raws = query(store, 'SELECT variable, raw FROM report_values WHERE report_id = ?', reportId);
  expect(new Map(raws.map((row) => [row['variable'], row['raw']]))).toEqual(
    new Map(extraction.cells.map((cell) => [cell.variable, cell.raw])),
  );
});

test('the same record again changes nothing at all', () => {
  const store = tempStore();
  const archived = { file: 'gongkai-000001.warc.gz', offset: 400, length: 9000 };
  for (let seed = 1; seed <= 5; seed++) load(store, makeExtraction({ seed }), { archived });
  const before = dump(store);
  const changes = store.sqlite.prepare('SELECT total_changes() AS n').get();
  for (let seed = 1; seed <= 5; seed++) {
    const again = JSON.parse(JSON.stringify(makeExtraction({ seed }))) as Extraction;
    expect(load(store, again, { archived }).outcome).toBe('unchanged');
  }
  seedVariables(store, VARIABLES);
  expect(dump(store)).toEqual(before);
  expect(store.sqlite.prepare('SELECT total_changes() AS n').get()).toEqual(changes);
});

test('of the same record from another parser only the parser is noted', () => {
  const store = tempStore();
  load(store, makeExtraction(), { parserVersion: '1' });
  const before = dump(store);
  expect(load(store, makeExtraction(), { parserVersion: '2' }).outcome).toBe('unchanged');
  const [report] = before['report'] as object[];
  expect(dump(store)).toEqual({ ...before, report: [{ ...report, parser_version: '2' }] });
});

test('a changed parse replaces the cells and keeps the identity of findings', () => {
  const store = tempStore();
  const extraction = makeExtraction();
  const { reportId } = load(store, extraction);
  const [before] = listFindings(store).rows;
  expect(load(store, reparsed(extraction))).toEqual({ reportId, outcome: 'updated' });
  expect(getExtraction(store, reportId)).toEqual(reparsed(extraction));
  const after = listFindings(store, { rule: 'applications.balance' }).rows;
  expect(after.map(({ id, key }) => [id, key])).toEqual([[before?.id, before?.key]]);
  expect(after[0]?.signature).not.toBe(before?.signature); // one of its numbers is another now
  expect(countRows(store)).toMatchObject({ report: 1, cell: 200, claim: 1, finding: 2 });
});

test('better wording does not reopen what was decided', () => {
  const store = tempStore();
  const extraction = makeExtraction();
  load(store, extraction);
  const [before] = listFindings(store).rows;
  const findings = extraction.findings.map((finding) => ({ ...finding, message: { zh: '新', en: 'new' } }));
  load(store, { ...extraction, findings });
  expect(listFindings(store).rows[0]).toMatchObject({ id: before?.id, signature: before?.signature });
});

test('a decision survives a rerun that no longer finds what it is about, and one that finds it again', () => {
  const store = tempStore();
  const extraction = makeExtraction();
  load(store, extraction);
  const findingId = listFindings(store).rows[0]?.id ?? 0;
  appendDecision(store, {
    findingId,
    verdict: 'publisher_error',
    author: '李',
    decidedAt: '2022-02-01T00:00:00Z',
  });
  load(store, { ...extraction, findings: [] });
  expect(listFindings(store).total).toBe(0);
  expect(query(store, 'SELECT verdict, still_holds FROM decisions')).toEqual([
    { verdict: 'publisher_error', still_holds: 1 },
  ]);
  load(store, extraction);
  expect(listFindings(store).rows[0]?.id).toBe(findingId);
});

test('findings of one rule and scope are told apart', () => {
  const store = tempStore();
  const extraction = makeExtraction();
  const twice = { ...extraction, findings: [...extraction.findings, ...extraction.findings] };
  const { reportId } = load(store, twice);
  expect(getExtraction(store, reportId)?.findings).toEqual(twice.findings);
  expect(new Set(listFindings(store).rows.map(({ key }) => key)).size).toBe(2);
});

test('a key is the same in another database, and for another copy of the same report', () => {
  const keys = [1, 2].map((copy) => {
    const store = tempStore();
    load(store, { ...makeExtraction({ agency: '双辽市政府办公室' }), sha256: sha256Of(`copy ${copy}`) });
    return listFindings(store).rows.map(({ key }) => key);
  });
  expect(keys[0]).toEqual(keys[1]);
});

test('a variable that was never seeded stops the load and leaves nothing behind', () => {
  const store = tempStore();
  const before = dump(store);
  const { cells, ...rest } = makeExtraction();
  const unknown = {
    ...rest,
    cells: [...cells, { variable: 'x.y', value: 1, raw: '1', status: 'reported' as const, source: null }],
  };
  expect(() => load(store, unknown)).toThrow(expect.objectContaining({ problem: 'unknown_variable' }));
  expect(dump(store)).toEqual(before);
});

test('the record of other bytes is refused', () => {
  const store = tempStore();
  expect(() => load(store, makeExtraction(), { sha256: sha256Of('other') })).toThrow('another document');
});

test('a document found at a second address keeps both', () => {
  const store = tempStore();
  const extraction = makeExtraction();
  load(store, extraction, { origin: { url: 'http://a.gov.cn/1.html', file: 'a.html' } });
  expect(load(store, extraction, { origin: { url: 'http://b.gov.cn/1.html' } }).outcome).toBe('updated');
  expect(load(store, extraction, { origin: { url: 'http://b.gov.cn/1.html' } }).outcome).toBe('unchanged');
  expect(countRows(store)).toMatchObject({ document: 1, origin: 3, report: 1 });
  expect(query(store, 'SELECT url, file FROM reports')).toEqual([
    { url: 'http://a.gov.cn/1.html', file: 'a.html' },
  ]);
});

test('of several versions the newest published one is in force, whichever is loaded first', () => {
  const versions = ['2022-01-20', '2022-03-01', null];
  for (const order of [versions, versions.toReversed()]) {
    const store = tempStore();
    for (const published of order) load(store, makeExtraction({ published, agency: '双辽市政府办公室' }));
    load(store, makeExtraction({ seed: 2 }));
    const current = query(
      store,
      "SELECT published FROM reports WHERE current = 1 AND agency = '双辽市政府办公室'",
    );
    expect(current).toEqual([{ published: '2022-03-01' }]);
    expect(query(store, 'SELECT count(*) AS n FROM panel')).toEqual([{ n: 2 }]);
  }
});

test('when a version turns out to be another report, what is left has a version in force', () => {
  const store = tempStore();
  const older = makeExtraction({ published: '2022-01-20', agency: '双辽市政府办公室' });
  const newer = makeExtraction({ published: '2022-03-01', agency: '双辽市政府办公室' });
  load(store, older);
  load(store, newer);
  load(store, { ...newer, report: { ...newer.report, agency: '双辽市教育局' } });
  expect(query(store, 'SELECT current FROM reports')).toEqual([{ current: 1 }, { current: 1 }]);
});
