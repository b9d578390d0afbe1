import { expect, test } from 'vitest';
import { parseSource } from '../../src/sources/parse-source.ts';
import { entry, yaml } from './entry.ts';

const FILE = 'data/sources/jilin/220382.yml';

/** `line: message` of what is wrong with a text. */
function faults(text: string, file = FILE, lang: 'zh' | 'en' = 'en'): string[] {
  const parsed = parseSource(text, file);
  return 'problems' in parsed ? parsed.problems.map(({ line, message }) => `${line}: ${message[lang]}`) : [];
}

const line = (text: string, start: string): number =>
  text.split('\n').findIndex((each) => each.startsWith(start)) + 1;

test('an entry is read with its identifier from the name of the file', () => {
  const parsed = parseSource(yaml(), FILE);
  expect(parsed).toMatchObject({ source: entry() });
  expect(parseSource(yaml(), 'x/220382-jiaoyuju.yml')).toMatchObject({ source: { id: '220382-jiaoyuju' } });
});

test('an entry without assertions is refused', () => {
  expect(faults(yaml().replace(/^assertions.*\n/m, ''))).toEqual(['1: assertions: is missing']);
});

test('everything that is wrong is told at once, each at its line', () => {
  const text = [
    'name: 双辽市',
    'division: 220382',
    'level: city',
    'lists:',
    '  - http://a.example/',
    '  - ftp://b.example/',
    'patterns: [ "http://a.example/2021" ]',
    'years: { from: 1990 }',
    'assertions:',
    '  min: -1',
    '  max: 20',
    'colour: red',
    'checked: yesterday',
    '',
  ].join('\n');
  expect(faults(text).sort()).toEqual(
    [
      '2: division: should be text; a number needs quotes',
      '3: level: should be one of province, prefecture, county, township',
      '1: family: is missing',
      '6: lists.1: is no http or https address',
      '7: patterns.0: is no http address with {year} in it',
      '8: years.from: should be 2008 or more',
      '10: assertions.min: should be 0 or more',
      '13: checked: should be a date as YYYY-MM-DD, or null',
      '12: there is no field colour',
    ].sort(),
  );
});

test('problems are told in Chinese too, without an English word left over', () => {
  const text = yaml().replace('county', 'city').replace('from: 2019', 'from: 2022, to: 2020');
  expect(faults(text, FILE, 'zh')).toEqual([
    `${line(text, 'level')}: level：应为以下之一：province, prefecture, county, township`,
  ]);
  const years = yaml().replace('from: 2019', 'from: 2022, to: 2020');
  expect(faults(years, FILE, 'zh')).toEqual([`${line(years, 'years')}: years：from 晚于 to`]);
});

test.each([
  ['fewest above most', yaml().replace('min: 1', 'min: 30'), /assertions: min is above max/],
  ['no address at all', yaml().replace(/^lists:\n.*\n/m, ''), /at least one address/],
  ['a key twice', `${yaml()}level: county\n`, /no valid YAML: Map keys must be unique/],
  ['tabs', 'name:\n\t- x\n', /no valid YAML/],
  ['nothing', '', /1: should be a mapping of fields/],
  ['a list', '- a\n', /1: should be a mapping of fields/],
  ['a reference that leads nowhere', 'name: *x\n', /1: references are not used here: \*x/],
  ['a reference', 'name: &x a\nnotes: *x\n', /2: references are not used here: \*x/],
  ['a host with a path', yaml().replace('years:', 'hosts: [ a.example/b ]\nyears:'), /hosts\.0/],
])('refused: %s', (_, text, says) => expect(faults(text).join('\n')).toMatch(says));

test.each(['22.yml', '220382.yaml', '220382-Jiaoyuju.yml', '220382-教育局.yml', '220382-.yml'])(
  'the file name %s is refused',
  (name) => expect(faults(yaml(), name)).toEqual([expect.stringMatching(/^1: the file is named by a code/)]),
);

test('a code that is not the file name is told at the line of the code', () => {
  const text = yaml();
  expect(faults(text, 'x/220381.yml')).toEqual([
    `${line(text, 'division')}: the file's name does not begin with the division 220382`,
  ]);
});
