import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { VERDICTS, type Verdict } from '../../../src/review/status.ts';
import { foldSteps, type Step } from '../../../src/review/undo-fold.ts';
import { decideMany } from '../../../src/store/review/bulk.ts';
import { redo, undo } from '../../../src/store/review/undo.ts';
import { verifyLog } from '../../../src/store/review/verify-log.ts';
import type { Store } from '../../../src/store/store.ts';
import { query } from '../temp-store.ts';
import { AT, newRequest, say, storeWithFindings } from './make-findings.ts';

const statusOf = (store: Store, id: number) =>
  query<{ review_status: string }>(store, 'SELECT review_status FROM finding WHERE id = ?', id)[0]
    ?.review_status;
const command = (author: string) => ({ author, at: AT, request: newRequest() });

test('undo takes back the last verdict, then the one before it, and redo brings them back', async () => {
  const store = storeWithFindings(2);
  say(store, 1, '李', 'publisher_error');
  say(store, 2, '李', 'unsure');
  say(store, 1, '李', 'parser_error');
  expect(await undo(store, command('李'))).toMatchObject({ findings: [1], many: 1, kind: 'verdict' });
  expect(statusOf(store, 1)).toBe('publisher_error');
  await undo(store, command('李'));
  await undo(store, command('李'));
  expect(await undo(store, command('李'))).toBeNull();
  expect([statusOf(store, 1), statusOf(store, 2)]).toEqual(['open', 'open']);
  for (const findings of [[1], [2], [1]])
    expect(await redo(store, command('李'))).toMatchObject({ findings });
  expect(await redo(store, command('李'))).toBeNull();
  expect([statusOf(store, 1), statusOf(store, 2)]).toEqual(['parser_error', 'unsure']);
});

test('what was undone stays within reach after a new verdict', async () => {
  const store = storeWithFindings(2);
  say(store, 1, '李', 'publisher_error');
  await undo(store, command('李'));
  say(store, 2, '李', 'unsure');
  expect(await redo(store, command('李'))).toMatchObject({ findings: [1] });
  expect(statusOf(store, 1)).toBe('publisher_error');
});

test('nobody undoes what another person did', async () => {
  const store = storeWithFindings(1);
  say(store, 1, '李', 'publisher_error');
  expect(await undo(store, command('王'))).toBeNull();
  expect(statusOf(store, 1)).toBe('publisher_error');
});

test('an undo that is sent twice is done once', async () => {
  const store = storeWithFindings(2);
  say(store, 1, '李', 'publisher_error');
  say(store, 2, '李', 'publisher_error');
  const once = command('李');
  expect(await undo(store, once)).toEqual(await undo(store, once));
  expect([statusOf(store, 1), statusOf(store, 2)]).toEqual(['publisher_error', 'open']);
});

type Move =
  | readonly ['say', author: string, finding: number, verdict: Verdict]
  | readonly ['many', author: string, verdict: Verdict]
  | readonly ['undo' | 'redo', author: string];
const author = fc.constantFrom('李', '王');
const verdict = fc.constantFrom(...VERDICTS);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constant('say' as const), author, fc.integer({ min: 1, max: 5 }), verdict),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('many' as const), author, verdict) },
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom('undo' as const, 'redo' as const), author) },
);

/** What the app should hold, kept in the plainest way. */
interface Model {
  readonly done: { author: string; findings: readonly number[]; verdict: Verdict }[];
  readonly undone: Model['done'];
}

function applyTo(model: Model, [kind, who, ...rest]: Move): void {
  if (kind === 'say')
    model.done.push({ author: who, findings: [rest[0] as number], verdict: rest[1] as Verdict });
  else if (kind === 'many')
    model.done.push({ author: who, findings: [1, 2, 3, 4, 5], verdict: rest[0] as Verdict });
  else {
    const [from, to] = kind === 'undo' ? [model.done, model.undone] : [model.undone, model.done];
    const at = from.findLastIndex((one) => one.author === who);
    if (at >= 0) to.push(...from.splice(at, 1));
  }
}

async function perform(store: Store, [kind, who, ...rest]: Move): Promise<void> {
  if (kind === 'say') say(store, rest[0] as number, who, rest[1] as Verdict);
  else if (kind === 'many')
    await decideMany(store, {
      ...{ select: () => [1, 2, 3, 4, 5], count: 5, said: { verdict: rest[0] as Verdict }, doubleShare: 0 },
      ...command(who),
    });
  else await (kind === 'undo' ? undo : redo)(store, command(who));
}

const LONG = process.env['GONGKAI_LONG'] === '1';
vi.setConfig({ testTimeout: LONG ? 1_800_000 : 60_000 });

test('after any 500 verdicts, undos and redos everything stands as in a model, and the log never shrinks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 500, maxLength: 500 }), async (moves) => {
      const store = storeWithFindings(5);
      const model: Model = { done: [], undone: [] };
      let events = 0;
      for (const one of moves) {
        await perform(store, one);
        applyTo(model, one);
        const [{ n } = { n: 0 }] = query<{ n: number }>(store, 'SELECT count(*) AS n FROM review_event');
        expect(n).toBeGreaterThanOrEqual(events);
        events = n;
      }
      for (const id of [1, 2, 3, 4, 5]) {
        const last = model.done.findLast(({ findings }) => findings.includes(id));
        expect(statusOf(store, id)).toBe(last?.verdict ?? 'open');
      }
      const steps = query<Step>(store, 'SELECT id, kind, action, author FROM review_event ORDER BY id');
      for (const [who, { done, undone }] of foldSteps(steps)) {
        const stack = (active: number) =>
          query<{ id: number }>(
            store,
            'SELECT id FROM review_action WHERE author = ? AND active = ? ORDER BY moved',
            who,
            active,
          ).map(({ id }) => id);
        expect([stack(1), stack(0)]).toEqual([done, undone]);
      }
      expect(verifyLog(store).problem).toBeNull();
    }),
    { numRuns: LONG ? 20 : 1 },
  );
});
