import { describe, expect, test } from 'vitest';
import { foldText } from '../../../parsers/claims/fold-text.ts';

describe('foldText', () => {
  test.each([
    ['２７ 件（含１件）：', '27件(含1件):'],
    ['\ufeff收\u200b到\u00a0申请', '收到申请'],
    ['“零”申请', '零申请'],
    ['⼀、⾏政复议', '一、行政复议'],
    ['1，234', '1，234'],
    ['第1\n2页', '第1|2页'],
    ['收到\n27件', '收到27件'],
  ])('%j → %j', (text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  test('knows where each character stood', () => {
    const text = ' 收 到２７件';
    const folded = foldText(text);
    expect([...folded.places].map((place) => text[place]).join('')).toBe('收到２７件');
  });

  test('keeps one place a character when halves of a pair are alone', () => {
    const folded = foldText('😀\ud800件');
    expect(folded.text).toHaveLength(folded.places.length);
  });
});
