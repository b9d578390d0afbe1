import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { type DecideMany, decideMany, goOn, unfinishedBulk } from '../../../src/store/review/bulk.ts';
import { PART } from '../../../src/store/review/in-parts.ts';
import { settleRest } from '../../../src/store/review/settle-rest.ts';
import { redo, undo } from '../../../src/store/review/undo.ts';
import { verifyLog } from '../../../src/store/review/verify-log.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeExtraction, variable } from '../make-extraction.ts';
import { load, query } from '../temp-store.ts';
import { AT, newRequest, say, storeWithFindings, storeWithMany } from './make-findings.ts';

vi.setConfig({ testTimeout: 60_000 });

const idsOf = (store: Store): number[] =>
  query<{ id: number }>(store, 'SELECT id FROM finding').map(({ id }) => id);
const standing = (store: Store) => query(store, 'SELECT id, review_status FROM finding ORDER BY id');
const queued = (store: Store) =>
  query(
    store,
    'SELECT status, sum(findings) AS n FROM queue_bucket WHERE findings > 0 GROUP BY 1 ORDER BY 1',
  );
const command = (author = '李') => ({ author, at: AT, request: newRequest() });

/** 李 says of all findings that our reader was wrong. */
function everything(store: Store, more: Partial<DecideMany> = {}): DecideMany {
  const ids = idsOf(store);
  const said = { verdict: 'parser_error' } as const;
  return { ...command(), said, doubleShare: 0, select: () => ids, count: ids.length, ...more };
}

const twice = (store: Store) =>
  query(
    store,
    `SELECT finding FROM review_event WHERE kind = 'verdict' AND author = '李' GROUP BY 1 HAVING count(*) > 1`,
  );

test('thousands in one go, and one undo leaves all as before, in parts that each are short', async () => {
  const store = storeWithMany(4000);
  for (const id of idsOf(store).filter((one) => one % 100 === 0)) say(store, id, '王', 'unsure');
  const before = [standing(store), queued(store)];
  let parts = 0;
  const counting = setInterval(() => parts++, 0);
  onTestFinished(() => clearInterval(counting));
  expect(await decideMany(store, everything(store))).toMatchObject({
    outcome: 'saved',
    findings: 4000,
    left: 0,
  });
  expect(queued(store)).toEqual([{ status: 'parser_error', n: 4000 }]);
  const decidedIn = parts;
  expect(decidedIn).toBeGreaterThan(20);
  expect(await undo(store, command())).toMatchObject({ many: 4000 });
  expect([standing(store), queued(store)]).toEqual(before);
  expect(parts - decidedIn).toBeGreaterThan(20);
  expect(await redo(store, command())).toMatchObject({ many: 4000 });
  expect(queued(store)).toEqual([{ status: 'parser_error', n: 4000 }]);
  expect(verifyLog(store)).toMatchObject({ head: { events: 4042 }, problem: null });
  expect(query(store, 'SELECT DISTINCT action FROM review_event WHERE author = ?', '李')).toHaveLength(1);
});

test('somebody else decides between two parts: theirs stays, and the result says how many were decided', async () => {
  const store = storeWithMany(3 * PART);
  const other = openStore(store.file);
  onTestFinished(() => other.close());
  const saving = decideMany(store, everything(store));
  // The first one and a part are written by now: of the second report all but one finding are still to come.
  const last = idsOf(store).at(-1) ?? 0;
  expect(say(other, last, '王', 'unsure')).toMatchObject({ outcome: 'saved' });
  load(other, { ...makeExtraction({ seed: 2, cells: 30 }), findings: [] }, { parserVersion: '1' });
  expect(await saving).toMatchObject({ outcome: 'saved', findings: 2 * PART, left: 0 });
  expect(query(store, 'SELECT review_status FROM finding WHERE id = ?', last)).toEqual([
    { review_status: 'unsure' },
  ]);
});

/** Lets so many parts be written, and refuses the next one as a full disk does. */
function fillUp(store: Store, parts: number): () => void {
  store.sqlite.exec(`CREATE TEMP TABLE written (n INTEGER); INSERT INTO written VALUES (0);
    CREATE TEMP TRIGGER full BEFORE DELETE ON review_bulk_rest BEGIN
      UPDATE written SET n = n + 1;
      SELECT RAISE(ABORT, 'database or disk is full') WHERE (SELECT n FROM written) > ${parts * PART};
    END;`);
  return () => store.sqlite.exec('DROP TRIGGER full; DROP TABLE written;');
}

test('a part that cannot be written says how many were decided, and the same request goes on from there', async () => {
  const store = storeWithMany(5 * PART);
  const many = everything(store);
  const freeUp = fillUp(store, 2);
  const stopped = await decideMany(store, many);
  expect(stopped).toMatchObject({ outcome: 'stopped', findings: 2 * PART + 1, left: 3 * PART - 1 });
  expect(stopped).toHaveProperty('error.message', expect.stringContaining('full'));
  expect(unfinishedBulk(store, '李')).toMatchObject([
    { action: 1, findings: 2 * PART + 1, left: 3 * PART - 1 },
  ]);
  expect(unfinishedBulk(store, '王')).toEqual([]);
  freeUp();
  const [again, meanwhile] = await Promise.all([decideMany(store, many), goOn(store, 1)]);
  for (const one of [again, meanwhile]) expect(one).toMatchObject({ findings: 5 * PART, left: 0 });
  expect(twice(store)).toEqual([]);
  expect(unfinishedBulk(store, '李')).toEqual([]);
  expect(await decideMany(store, many)).toMatchObject({ outcome: 'repeated', findings: 5 * PART });
  expect(await undo(store, command())).toMatchObject({ many: 5 * PART });
  expect(queued(store)).toEqual([{ status: 'open', n: 5 * PART }]);
});

test('an undo of one that is not done takes back what was decided and drops the rest', async () => {
  const store = storeWithMany(3 * PART);
  const many = everything(store);
  const freeUp = fillUp(store, 1);
  await decideMany(store, many);
  freeUp();
  expect(await undo(store, command())).toMatchObject({ many: PART + 1 });
  expect(await decideMany(store, many)).toMatchObject({ outcome: 'repeated', findings: PART + 1, left: 0 });
  expect(queued(store)).toEqual([{ status: 'open', n: 3 * PART }]);
});

test('what an undo left when its process ended is made up for', async () => {
  const store = storeWithMany(3 * PART);
  await decideMany(store, everything(store));
  const file = openStore(store.file);
  const undoing = undo(file, command());
  file.close();
  await expect(undoing).rejects.toThrow();
  expect(queued(store)).toEqual([
    { status: 'open', n: 2 * PART },
    { status: 'parser_error', n: PART },
  ]);
  await settleRest(store);
  expect(queued(store)).toEqual([{ status: 'open', n: 3 * PART }]);
});

test('verdicts of what was read again are confirmed in one go, as they were, and one undo asks for them again', async () => {
  const store = storeWithFindings(3);
  for (const [id, who] of [
    [1, '李'],
    [2, '王'],
    [3, '李'],
  ] as const)
    say(store, id, who, 'publisher_error', { reason: 'misprint' });
  for (const seed of [1, 2]) load(store, makeExtraction({ seed, cells: 30 }), { parserVersion: '2' });
  const extraction = makeExtraction({ seed: 3, cells: 30 });
  const cells = extraction.cells.map((cell) =>
    cell.variable === variable(25) ? { ...cell, value: 9, raw: '9' } : cell,
  );
  load(store, { ...extraction, cells }, { parserVersion: '2' });
  const asked = [
    { id: 1, review_status: 'reread' },
    { id: 2, review_status: 'reread' },
    { id: 3, review_status: 'changed' },
  ];
  expect(standing(store)).toEqual(asked);
  const keep = everything(store, { ...command('赵'), said: { keep: true } });
  expect(await decideMany(store, keep)).toMatchObject({ outcome: 'saved', findings: 2 });
  expect(standing(store)).toEqual([
    { id: 1, review_status: 'publisher_error' },
    { id: 2, review_status: 'publisher_error' },
    asked[2],
  ]);
  expect(
    query(
      store,
      'SELECT author, verdict, reason, reader, in_force, still_holds FROM decisions ORDER BY finding_id',
    ),
  ).toEqual(
    [
      ['李', '2', 1],
      ['王', '2', 1],
      ['李', 'unknown', 0],
    ].map(([author, reader, still_holds]) => {
      return {
        ...{ author, verdict: 'publisher_error', reason: 'misprint' },
        reader,
        in_force: 1,
        still_holds,
      };
    }),
  );
  expect(query(store, "SELECT author, finding, replaces FROM review_event WHERE kind = 'keep'")).toEqual([
    { author: '赵', finding: 1, replaces: 1 },
    { author: '赵', finding: 2, replaces: 2 },
  ]);
  expect(await undo(store, command('赵'))).toMatchObject({ kind: 'keep', many: 2 });
  expect(standing(store)).toEqual(asked);
  await redo(store, command('赵'));
  load(store, makeExtraction({ seed: 1, cells: 30 }), { parserVersion: '3' });
  expect(standing(store)[0]).toEqual(asked[0]);
  expect(verifyLog(store).problem).toBeNull();
});
