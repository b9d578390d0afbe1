import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAPTURE_ROLES, type CaptureRole } from '../../../src/archive/capture-context.ts';
import type { IndexEntry } from '../../../src/archive/index-file.ts';
import { whatMayGo } from '../../../src/archive/sweep/what-may-go.ts';

interface Answer {
  readonly role?: CaptureRole;
  readonly uri?: string;
  readonly day?: number;
  readonly status?: number;
  readonly sha256?: string;
  readonly round?: string;
  /** Number of the answer that this one is a revisit of. */
  readonly of?: number;
}

const PAGE = 'http://www.example.gov.cn/a.html';
const dayOf = (day: number): string => new Date(Date.UTC(2026, 0, day)).toISOString();

/** A file with these answers, each with its request and metadata; an answer's record is called by its number. */
const fileOf = (answers: readonly Answer[]) => {
  const entries = answers.flatMap(
    ({ role, uri = PAGE, day = 1, status = 200, sha256, of, round }, at): IndexEntry[] => [
      {
        ...{ type: of === undefined ? 'response' : 'revisit', offset: at * 30, length: 10, id: String(at) },
        ...{ uri, date: dayOf(day), status, sha256, of: of === undefined ? undefined : String(of) },
      },
      { type: 'request', offset: at * 30 + 10, length: 10 },
      ...(role
        ? [{ type: 'metadata', offset: at * 30 + 20, length: 10, of: String(at), role, round } as const]
        : []),
    ],
  );
  return { file: 'gongkai-000001.warc.gz', entries };
};

const goes = (answers: readonly Answer[], stored: readonly string[] = [], before = dayOf(20)) =>
  Object.fromEntries(whatMayGo([fileOf(answers)], { before, isStored: (sha256) => stored.includes(sha256) }));

describe('what may go', () => {
  test.each<[string, readonly Answer[], Readonly<Record<string, string>>]>([
    [
      'earlier answers of a list',
      [
        { role: 'list', sha256: 'a' },
        { role: 'list', day: 2, sha256: 'b' },
      ],
      { 0: 'superseded' },
    ],
    ['the only answer of a list stays', [{ role: 'list', sha256: 'a' }], {}],
    [
      'a young answer stays',
      [
        { role: 'list', sha256: 'a', day: 20 },
        { role: 'list', day: 21, sha256: 'b' },
      ],
      {},
    ],
    ['what a probe brought', [{ role: 'probe', status: 404, uri: `${PAGE}?x` }], { 0: 'probe' }],
    [
      'answers without a document of an address that never had one',
      [
        { role: 'report', status: 500 },
        { role: 'report', day: 2, status: 404 },
      ],
      { 0: 'failed' },
    ],
    [
      'all answers of an address that gave a report stay, those that say it is gone too',
      [
        { role: 'report', sha256: 'a' },
        { role: 'report', day: 2, status: 404 },
        { role: 'report', day: 3, status: 404 },
      ],
      {},
    ],
    [
      'every version of a report stays',
      [
        { role: 'report', sha256: 'a' },
        { role: 'report', day: 2, sha256: 'b' },
      ],
      {},
    ],
    [
      'what was imported stays',
      [
        { role: 'import', sha256: 'a' },
        { role: 'import', day: 2, sha256: 'b' },
      ],
      {},
    ],
    ['what says nothing of why it was fetched stays', [{ sha256: 'a' }, { day: 2, sha256: 'b' }], {}],
    [
      'the original of a list that is the same today stays',
      [
        { role: 'list', sha256: 'a' },
        { role: 'list', day: 2, sha256: 'a', of: 0 },
        { role: 'list', day: 3, sha256: 'a', of: 0 },
      ],
      { 1: 'superseded' },
    ],
    [
      'of a list that is asked for by what is posted, all answers of its last night stay',
      [
        { role: 'list', sha256: 'a', round: '1' },
        { role: 'list', sha256: 'b', round: '2' },
        { role: 'list', sha256: 'c', round: '2' },
      ],
      { 0: 'superseded' },
    ],
    [
      'robots.txt and a page of one address are each kept once',
      [
        { role: 'robots', sha256: 'a' },
        { role: 'list', day: 2, sha256: 'b' },
        { role: 'robots', day: 3, sha256: 'c' },
      ],
      { 0: 'superseded' },
    ],
  ])('%s', (_, answers, expected) => {
    expect(goes(answers)).toEqual(expected);
  });

  test('a list page that is a report itself stays', () => {
    const lists: Answer[] = [
      { role: 'list', sha256: 'a' },
      { role: 'list', day: 2, sha256: 'b' },
    ];
    expect(goes(lists, ['a'])).toEqual({});
  });

  test('whatever the history: never a document of a report, never the last of an address, never an original in use', () => {
    const answer = fc.record({
      role: fc.constantFrom(...CAPTURE_ROLES),
      uri: fc.constantFrom('http://a/1', 'http://a/2', 'http://a/3'),
      day: fc.integer({ min: 1, max: 40 }),
      status: fc.constantFrom(200, 304, 404, 500),
      sha256: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
      of: fc.option(fc.nat(6), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), fc.subarray(['a', 'b', 'c']), (drawn, stored) => {
        // A revisit refers to what was there before it.
        const answers = drawn.map((each, at) =>
          each.of === undefined || each.of >= at ? { ...each, of: undefined } : each,
        ) as Answer[];
        const gone = new Set(Object.keys(goes(answers, stored)).map(Number));
        for (const at of gone) {
          const { role, uri, day = 1, sha256, status = 200 } = answers[at] ?? {};
          expect(day).toBeLessThan(20);
          expect(stored).not.toContain(sha256);
          expect(
            sha256 !== undefined && status < 400 && ['report', 'attachment', 'import'].includes(role ?? ''),
          ).toBe(false);
          const later = answers.some(
            (other, index) =>
              index !== at && other.role === role && other.uri === uri && (other.day ?? 1) >= day,
          );
          expect(later || role === 'probe').toBe(true);
        }
        for (const [at, { of }] of answers.entries())
          if (of !== undefined && !gone.has(at)) expect(gone.has(of)).toBe(false);
      }),
      { seed: 12, numRuns: 2000 },
    );
  });
});
