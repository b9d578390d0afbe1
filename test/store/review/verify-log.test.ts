import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../src/store/migrate.ts';
import { MIGRATIONS } from '../../../src/store/migrations/index.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { chainHead } from '../../../src/store/review/append-event.ts';
import { chainHash, type EventFacts, NO_HASH } from '../../../src/store/review/chain.ts';
import { verifyLog } from '../../../src/store/review/verify-log.ts';
import type { Store } from '../../../src/store/store.ts';
import { query, tempDir } from '../temp-store.ts';
import { say, storeWithFindings } from './make-findings.ts';

/** Five verdicts, and the triggers out of the way, as somebody with the file in hand could have it. */
function unguarded(): Store {
  const store = storeWithFindings(5);
  for (const id of [1, 2, 3, 4, 5]) say(store, id, '李', 'publisher_error');
  store.sqlite.pragma('foreign_keys = 0');
  for (const name of ['is_never_updated', 'is_never_deleted', 'comes_next'])
    store.sqlite.exec(`DROP TRIGGER review_event_${name}`);
  return store;
}

/** Computes every hash anew, as somebody who knows how could. */
function rehash({ sqlite }: Store): void {
  let hash = NO_HASH;
  for (const row of sqlite.prepare('SELECT * FROM review_event ORDER BY id').all() as EventFacts[]) {
    hash = chainHash(hash, row);
    sqlite.prepare('UPDATE review_event SET hash = ? WHERE id = ?').run(Buffer.from(hash, 'hex'), row.id);
  }
}

const COPY =
  'kind, action, author, at, finding, finding_key, report, verdict, reason, note, signature, double, replaces, details, NULL, hash';

const tampering: [what: string, tamper: (store: Store) => void, problem: object][] = [
  [
    'edited',
    ({ sqlite }) => sqlite.exec("UPDATE review_event SET verdict = 'unsure' WHERE id = 3"),
    { problem: 'hash', event: 3 },
  ],
  [
    'deleted',
    ({ sqlite }) => sqlite.exec('DELETE FROM review_event WHERE id = 2'),
    { problem: 'number', event: 2 },
  ],
  [
    'inserted',
    ({ sqlite }) => sqlite.exec(`INSERT INTO review_event SELECT 6, ${COPY} FROM review_event WHERE id = 5`),
    { problem: 'hash', event: 6 },
  ],
  [
    'inserted before another',
    ({ sqlite }) => {
      sqlite.exec('UPDATE review_event SET id = id + 1 WHERE id = 5');
      sqlite.exec(`INSERT INTO review_event SELECT 5, ${COPY} FROM review_event WHERE id = 4`);
    },
    { problem: 'hash', event: 5 },
  ],
  [
    'put in another order',
    ({ sqlite }) => {
      for (const [from, to] of [
        [2, 9],
        [3, 2],
        [9, 3],
      ])
        sqlite.exec(`UPDATE review_event SET id = ${to} WHERE id = ${from}`);
    },
    { problem: 'hash', event: 2 },
  ],
  [
    'cut off at the end',
    ({ sqlite }) => sqlite.exec('DELETE FROM review_event WHERE id > 3'),
    { problem: 'short', event: 4, anchor: { from: 'run 7' } },
  ],
  [
    'rewritten from its beginning',
    (store) => {
      store.sqlite.exec("UPDATE review_event SET verdict = 'unsure' WHERE id = 1");
      rehash(store);
    },
    { problem: 'rewritten', event: 5, anchor: { from: 'run 7' } },
  ],
];

test.each(tampering)('an event that was %s is found, and the first bad one named', (_, tamper, problem) => {
  const store = unguarded();
  const anchor = { ...chainHead(store), from: 'run 7' };
  expect(verifyLog(store, [anchor])).toEqual({ head: chainHead(store), problem: null });
  tamper(store);
  expect(verifyLog(store, [anchor]).problem).toMatchObject(problem);
});

test('every column of an event counts', () => {
  const store = unguarded();
  const columns = query<{ name: string }>(store, 'PRAGMA table_info(review_event)').map(({ name }) => name);
  store.sqlite.pragma('ignore_check_constraints = 1');
  for (const column of columns.filter((name) => name !== 'id')) {
    const other = {
      double: '1',
      hash: 'zeroblob(32)',
      action: '1',
      finding: '1',
      report: '1',
      replaces: '1',
    }[column];
    store.sqlite.exec('SAVEPOINT whole');
    store.sqlite.exec(`UPDATE review_event SET ${column} = ${other ?? "'x'"} WHERE id = 4`);
    expect(verifyLog(store).problem, column).toEqual({ problem: 'hash', event: 4 });
    store.sqlite.exec('ROLLBACK TO whole; RELEASE whole');
  }
});

test('texts that run together differently are not the same event', () => {
  const event = { id: 1, kind: 'verdict', action: 1, author: 'ab', at: 'c' } as EventFacts;
  expect(chainHash(NO_HASH, event)).not.toBe(chainHash(NO_HASH, { ...event, author: 'a', at: 'bc' }));
});

test('decisions of a database from before the log are its first events, chained', () => {
  const file = join(tempDir(), 'old.sqlite');
  const sqlite = new Database(file);
  const before = MIGRATIONS.findIndex(({ name }) => name === 'review');
  migrate(sqlite, file, MIGRATIONS.slice(0, before));
  sqlite.exec(`
    INSERT INTO document VALUES (1, zeroblob(32), 1, 'html', NULL, NULL, NULL, NULL);
    INSERT INTO report (id, document, form_score, form_reason, division_reason, passed, failed, not_evaluable, parser_version, current)
      VALUES (1, 1, 1, '', '', 0, 0, 0, '1', 1);
    INSERT INTO finding (id, report, rule, scope, nth, position, key, signature, severity, outcome, message_zh, message_en, variables, suggestions, withdrawn)
      VALUES (1, 1, 'applications.balance', 'total', 0, 0, 'k', 'sig', 'error', 'fail', '', '', '[]', '[]', 0);`);
  const insert = sqlite.prepare('INSERT INTO decision VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)');
  insert.run(1, 'k', 'older', 'unsure', null, '“引号”\n"\\\u0001\u001f\u007f\u2028\t', '李', AT, null);
  insert.run(2, 'k', 'sig', 'publisher_error', 'typo', null, '王', AT, 1);
  sqlite.close();
  const store = openStore(file);
  try {
    expect(verifyLog(store)).toMatchObject({ head: { events: 2 }, problem: null });
    expect(
      query(
        store,
        'SELECT decision_id, verdict, note, author, replaces, still_holds, active, in_force FROM decisions',
      ),
    ).toEqual([
      {
        ...{ decision_id: 1, verdict: 'unsure', note: '“引号”\n"\\\u0001\u001f\u007f\u2028\t', author: '李' },
        ...{ replaces: null, still_holds: 0, active: 1, in_force: 0 },
      },
      {
        ...{ decision_id: 2, verdict: 'publisher_error', note: null, author: '王', replaces: 1 },
        ...{ still_holds: 1, active: 1, in_force: 1 },
      },
    ]);
    expect(query(store, 'SELECT review_status FROM finding')).toEqual([{ review_status: 'publisher_error' }]);
  } finally {
    store.close();
  }
});

const AT = '2025-03-01T04:00:00Z';
