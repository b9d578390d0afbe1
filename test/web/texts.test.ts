import { expect, test } from 'vitest';
import { EXPLORE } from '../../src/web/texts/explore.ts';
import { HOME } from '../../src/web/texts/home.ts';

test.each([
  [HOME.coverageIs(1, '2021').en, '1 report in force about 2021.'],
  [HOME.coverageIs(1200, '2019–2021').en, '1,200 reports in force about 2019–2021.'],
  [HOME.stored(1, 0).en, '1 new report, 0 updated'],
  [EXPLORE.count(1).en, '1 report'],
  [EXPLORE.ofDivisions(1, 3, 1).en, '1 of 3 divisions has a report, 1 report'],
  [EXPLORE.ofDivisions(2, 3, 5).en, '2 of 3 divisions have a report, 5 reports'],
  [EXPLORE.reportsCounted(1, 65).en, '1 of 65 reports gives a number'],
])('one is one and not many: %s', (text, expected) => {
  expect(text.startsWith(expected)).toBe(true);
});
