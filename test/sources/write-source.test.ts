import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FAMILY_IDS, type Source } from '../../src/model/source-entry.ts';
import { LEVELS } from '../../src/model/status.ts';
import { parseSource } from '../../src/sources/parse-source.ts';
import { writeSource } from '../../src/sources/write-source.ts';
import { entry } from './entry.ts';

test('an entry is written in a fixed order, without what says nothing', () => {
  expect(writeSource(entry({ notes: 'List derived from the address of a report.' }))).toBe(
    `name: 双辽市
division: '220382'
level: county
family: trs
lists:
  - http://xxgk.shuangliao.example/zfxxgknb/
years: { from: 2019 }
assertions: { min: 1, max: 20 }
checked: null # never fetched
notes: >-
  List derived from the address of a report.
`,
  );
});

test('what was fetched has its date and no remark', () => {
  expect(writeSource(entry({ checked: '2026-11-26' }))).toContain('checked: 2026-11-26\n');
});

test('an address is never folded, however long', () => {
  const list = `http://a.example/${'folder/'.repeat(60)}?x=1&y=2#z`;
  expect(writeSource(entry({ lists: [list] }))).toContain(`  - ${list}\n`);
});

const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => each.trim() === each);
const address = fc.webUrl({ withQueryParameters: true, validSchemes: ['http', 'https'] });
const sources: fc.Arbitrary<Source> = fc
  .record({
    name: text,
    level: fc.constantFrom(...LEVELS),
    family: fc.constantFrom(...FAMILY_IDS),
    lists: fc.array(address, { minLength: 1, maxLength: 3 }),
    patterns: fc.array(
      address.map((url) => `${url}#{year}`),
      { maxLength: 2 },
    ),
    pages: fc.array(address, { maxLength: 2 }),
    hosts: fc.array(fc.domain(), { maxLength: 2 }),
    scripts: fc.boolean(),
    from: fc.integer({ min: 2008, max: 2030 }),
    span: fc.option(fc.nat({ max: 20 })),
    min: fc.nat({ max: 9 }),
    checked: fc.constantFrom(null, '2026-11-26'),
    notes: fc.option(fc.string({ unit: 'grapheme', minLength: 1 })),
  })
  .map(({ from, span, min, notes, ...rest }) =>
    entry({
      ...rest,
      hosts: rest.hosts.map((host) => host.toLowerCase()),
      years: span === null ? { from } : { from, to: from + span },
      assertions: { min, max: min + 1 },
      ...(notes === null ? {} : { notes }),
    }),
  );

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(sources, (source) => {
      const parsed = parseSource(writeSource(source), '220382.yml');
      expect(parsed).toMatchObject({ source });
    }),
    { numRuns: 300, seed: 20261126 },
  );
});
