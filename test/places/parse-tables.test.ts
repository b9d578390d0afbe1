import { describe, expect, it } from 'vitest';
import {
  parseAreaCodes,
  parseDivisionChanges,
  parseDivisionRows,
  parsePostcodes,
} from '../../src/places/parse-tables.ts';

const CODES = 'code\tname\tfirst_year\tlast_year\n';
const CHANGES = 'date\trelation\tfrom_code\tfrom_name\tto_code\tto_name\tsource_note\n';

describe('the tables of divisions', () => {
  it('reads a code in force and one that ended', () => {
    expect(parseDivisionRows(`${CODES}620824\t华亭县\t2008\t2017\n620881\t华亭市\t2018\t\n`)).toEqual([
      { code: '620824', name: '华亭县', firstYear: 2008, lastYear: 2017 },
      { code: '620881', name: '华亭市', firstYear: 2018, lastYear: null },
    ]);
  });

  it('reads a change, and lines that end as Windows ends them', () => {
    const line = '2018-07-02\tcode_change\t620824\t华亭县\t620881\t华亭市\t民函〔2018〕109号';
    expect(parseDivisionChanges(`${CHANGES}${line}\n`.replaceAll('\n', '\r\n'))).toMatchObject([
      { date: '2018-07-02', relation: 'code_change', fromCode: '620824', toName: '华亭市' },
    ]);
  });

  it('reads area codes and postcodes', () => {
    expect(parseAreaCodes('area_code\tdivisions\n024\t210100 210400\n').get('024')).toEqual([
      '210100',
      '210400',
    ]);
    expect(parsePostcodes('first_two\tprovinces\n21\t320000\n').get('21')).toEqual(['320000']);
  });

  it.each([
    ['another header', () => parseDivisionRows('code\tname\n')],
    ['a missing cell', () => parseDivisionRows(`${CODES}620824\t华亭县\t2008\n`)],
    ['a short code', () => parseDivisionRows(`${CODES}62082\t华亭县\t2008\t\n`)],
    [
      'an unknown relation',
      () => parseDivisionChanges(`${CHANGES}2018-07-02\tmoved\t620824\ta\t620881\tb\t\n`),
    ],
    [
      'a new place with a predecessor',
      () => parseDivisionChanges(`${CHANGES}2018-07-02\tnew\t620824\ta\t620881\tb\t\n`),
    ],
    ['a date that is a year', () => parseDivisionChanges(`${CHANGES}2018\trename\t620824\ta\t620881\tb\t\n`)],
    ['a postcode of a city', () => parsePostcodes('first_two\tprovinces\n21\t320100\n')],
  ])('refuses %s', (_why, parse) => expect(parse).toThrow(/expected|unknown/));

  it('says which line it refuses', () => {
    expect(() => parseDivisionRows(`${CODES}620824\t华亭县\t2008\t\n6208\t华亭市\t2018\t\n`)).toThrow(
      'line 3',
    );
  });
});
