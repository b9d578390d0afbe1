import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { readWitnesses } from '../../src/places/read-witnesses.ts';

const gazetteer = loadGazetteer();
const printed = (evidence: Parameters<typeof readWitnesses>[0]): string[] =>
  readWitnesses(evidence, gazetteer).map((witness) => `${witness.kind} ${witness.printed}`);

describe('what lies in a place without naming it', () => {
  it.each([
    ['0517-87213000', ['telephone 0517']],
    ['(0517)8721 3000', ['telephone 0517']],
    ['（０５１７）８７２１３０００', ['telephone 0517']],
    ['051787213000', ['telephone 0517']],
    ['02087654321', ['telephone 020']],
    ['01012345678', ['telephone 010']],
    ['+86 21 52564588', []],
    ['+86 021 52564588', ['telephone 021']],
    ['0517-12345', ['telephone 0517']],
    ['0517-87213000，0517-87213001', ['telephone 0517']],
    ['0517-87213000，025-83230000', []],
    ['13800138000', []],
    ['0999999-1', []],
    ['', []],
  ])('the telephone %s', (phone, expected) => expect(printed({ phone })).toEqual(expected));

  it.each([
    ['350001', ['postcode 350001']],
    ['邮编：350001', ['postcode 350001']],
    ['990000', []],
    ['3500012', []],
  ])('the postcode %s', (postcode, expected) => expect(printed({ postcode })).toEqual(expected));

  it.each([
    ['3203020001', ['site code 320302']],
    ['3203990001', ['site code 320399']],
    ['bm54000001', []],
    ['9900000001', []],
    ['320302', []],
  ])('the site code %s', (siteCode, expected) => expect(printed({ siteCode })).toEqual(expected));

  it('takes a site code from an address, and the printed one before it', () => {
    const url = 'https://a.gov.cn/list?siteCode=3203020001&page=2';
    expect(printed({ url })).toEqual(['site code 320302']);
    expect(printed({ url, siteCode: '3201060001' })).toEqual(['site code 320106']);
    expect(printed({ url: 'https://a.gov.cn/art/2021/3203020001.html' })).toEqual([]);
  });
});
