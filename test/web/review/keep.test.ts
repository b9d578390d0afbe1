import { expect, test, vi } from 'vitest';
import { say } from '../../store/review/make-findings.ts';
import { query } from '../../store/temp-store.ts';
import { logInAs } from '../log-in-as.ts';
import { loadMade, serveFindings } from './serve-findings.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Findings 1 to 3 were judged by an auditor, 4 and 5 by a lead; then all was read again, finding 3 with other numbers. */
async function serveReread() {
  const served = await serveFindings(5);
  const { address, store, tools } = served;
  const people = {
    auditor: logInAs('auditor', tools),
    lead: logInAs('lead', tools),
    reader: logInAs('reader', tools),
  };
  for (const id of [1, 2, 3]) say(store, id, 'the-auditor', 'publisher_error', { reason: 'misprint' });
  for (const id of [4, 5]) say(store, id, 'the-lead', 'not_an_error');
  for (const seed of [1, 2, 3, 4, 5]) loadMade(store, seed, seed === 3 ? 99 : undefined, '2');
  const get = async (who: keyof typeof people, path: string) =>
    (await fetch(address + path, { headers: { ...people[who], 'accept-language': 'en' } })).text();
  const json = async (who: keyof typeof people, path: string) => JSON.parse(await get(who, path));
  const post = (who: keyof typeof people, path: string, body: object) =>
    fetch(address + path, {
      method: 'POST',
      headers: { ...people[who], 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
  return { store, get, json, post };
}

test('after another version of the reader the queue tells what was read as before from what was not', async () => {
  const { get, json } = await serveReread();
  expect((await json('auditor', '/findings.json')).facets.status).toEqual({ changed: 1, reread: 4 });
  expect((await json('auditor', '/findings.json?status=reread&by=the-auditor')).total).toBe(2);
  expect((await get('auditor', '/findings.csv?status=reread')).match(/,reread,/g)).toHaveLength(4);
  const same = await get('auditor', '/findings/1');
  for (const words of [
    'Changed since your verdict',
    'and the same',
    '<del>1</del>',
    '<ins>2</ins>',
    'a number is misprinted',
  ])
    expect(same).toContain(words);
  const other = await get('lead', '/findings/3');
  for (const words of ['Changed since the verdict', 'the-auditor', '<del>1</del>', '<ins>2</ins>'])
    expect(other).toContain(words);
  expect(other).not.toContain('and the same');
  expect(await get('auditor', '/findings')).toContain('href="/keep"');
  expect(await get('reader', '/findings')).not.toContain('href="/keep"');
});

test('an auditor confirms their own verdicts of before, a lead those of all, and an undo asks for them again', async () => {
  const { store, get, json, post } = await serveReread();
  expect((await json('auditor', '/keep.json')).total).toBe(2);
  expect((await json('lead', '/keep.json')).total).toBe(4);
  expect((await json('lead', '/keep.json?by=the-lead')).total).toBe(2);
  for (const words of [
    'the-auditor said: publisher&#39;s error · a number is misprinted',
    'the-lead said: not an error',
  ])
    expect(await get('lead', '/keep')).toContain(words);
  expect((await post('reader', '/keep', { count: 4, request: 'request reader' })).status).toBe(403);
  expect((await post('auditor', '/keep', { count: 4, request: 'request wrong' })).status).toBe(409);
  expect((await post('auditor', '/keep?by=the-lead', { count: 2, request: 'request own' })).status).toBe(200);
  const counts = async () => (await json('lead', '/findings.json')).facets.status;
  expect(await counts()).toEqual({ changed: 1, reread: 2, publisher_error: 2 });
  expect((await post('lead', '/keep', { count: 2, request: 'request lead' })).status).toBe(200);
  expect(await counts()).toEqual({ changed: 1, publisher_error: 2, not_an_error: 2 });
  expect(await get('lead', '/findings/1')).toContain(
    'confirmed the-auditor&#39;s verdict: publisher&#39;s error',
  );
  expect(
    query(store, "SELECT author, count(*) AS n FROM review_event WHERE kind = 'keep' GROUP BY 1"),
  ).toEqual([
    { author: 'the-auditor', n: 2 },
    { author: 'the-lead', n: 2 },
  ]);
  expect(await (await post('auditor', '/review/undo', { request: 'request undo' })).json()).toMatchObject({
    many: 2,
  });
  expect(await counts()).toEqual({ changed: 1, reread: 2, not_an_error: 2 });
});

test('a bulk decision that was stopped says how far it came, and is ended or taken back from its page', async () => {
  const { store, get, post } = await serveReread();
  store.sqlite.exec(`CREATE TEMP TRIGGER full BEFORE DELETE ON review_bulk_rest
    BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;`);
  const stopped = await post('lead', '/keep', { count: 4, request: 'request lead' });
  expect([stopped.status, await stopped.json()]).toMatchObject([
    503,
    { outcome: 'stopped', action: 6, findings: 1, left: 3, error: expect.stringContaining('full') },
  ]);
  for (const path of ['/bulk', '/keep'])
    expect(await get('lead', path)).toContain('1 are decided, 3 are left');
  expect(await get('auditor', '/keep')).not.toContain('are left');
  store.sqlite.exec('DROP TRIGGER full');
  await post('auditor', '/bulk/go-on', { action: 6 });
  expect(await get('lead', '/keep')).toContain('3 are left');
  expect(await (await post('lead', '/bulk/go-on', { action: 6 })).json()).toMatchObject({
    findings: 4,
    left: 0,
  });
  expect(await get('lead', '/keep')).not.toContain('are left');
});
