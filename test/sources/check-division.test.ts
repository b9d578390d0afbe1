import { expect, test } from 'vitest';
import type { Source } from '../../src/model/source-entry.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { checkDivision } from '../../src/sources/check-division.ts';
import { entry } from './entry.ts';

const faults = (fields: Partial<Source>): string[] =>
  checkDivision(entry(fields), loadGazetteer()).map(({ field, message }) => `${field}: ${message.en}`);

test.each<[string, Partial<Source>]>([
  ['a county', {}],
  ['an agency of a county', { name: '双辽市教育局' }],
  ['a town under the code of its county', { name: '会昌县中村乡', division: '360733', level: 'township' }],
  ['a town of a city without counties', { name: '中山市大涌镇', division: '442000', level: 'township' }],
  ['a zone without a code', { name: '银川市苏银产业园管理委员会', division: '640100', level: 'prefecture' }],
  ['a name that several places have', { name: '鼓楼区民政局', division: '320106' }],
])('%s is as it should be', (_, fields) => expect(faults(fields)).toEqual([]));

test.each<[string, Partial<Source>, RegExp]>([
  [
    'the code of another county',
    { division: '220381' },
    /name: 双辽市 names 双辽市 220382, not 公主岭市 220381|220381/,
  ],
  ['a level above the code', { level: 'prefecture' }, /level: the level prefecture is above .*county/],
  ['a code that never was', { division: '229999' }, /division: there is no code 229999 in 2025$/],
  [
    'a code of the past',
    { name: '綦江区', division: '500222' },
    /no code 500222 in 2025; it became 綦江区 500110/,
  ],
  ['a name without a place', { name: '教育局' }, /name: 教育局 does not name 双辽市 220382/],
  ['a homonym of elsewhere', { name: '鼓楼区民政局', division: '320105' }, /does not name 建邺区 320105/],
])('refused: %s', (_, fields, says) => expect(faults(fields).join('\n')).toMatch(says));
