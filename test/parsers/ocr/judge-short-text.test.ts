import { describe, expect, it } from 'vitest';
import { judgeShortText } from '../../../parsers/ocr/judge-short-text.ts';
import { ink, read } from './short-ink.ts';

const SURE = 0.9;

describe('judgeShortText', () => {
  it.each([
    ['agreed and borne out by the ink', ['12', '12'], ink({ fewest: 2, most: 2 }), '12', true],
    ['a digit lost by both readings', ['1', '1'], ink({ fewest: 2, most: 2 }), '1', false],
    ['a minus lost by both readings', ['7', '7'], ink({ sign: 'minus' }), '7', false],
    ['a plus that both readings take for a minus', ['-7', '-7'], ink({ sign: 'plus' }), '-7', false],
    ['a plus', ['+7', '+7'], ink({ sign: 'plus' }), '+7', true],
    ['a plus of which little is left', ['-7', '-7'], ink({ sign: 'unclear' }), '-7', false],
    ['a minus read as a character', ['一7', '-7'], ink({ sign: 'minus' }), '-7', true],
    ['a minus that the ink does not have', ['-7', '-7'], ink(), '-7', false],
    ['a digit too many', ['110', '110'], ink({ fewest: 2, most: 2 }), '110', false],
    ['readings that differ', ['3', '8'], ink(), '3', false],
    ['a circle as high as a digit', ['o', '0'], ink(), '0', true],
    ['full-width digits', ['２', '2'], ink(), '2', true],
    ['a decimal point', ['3.5', '3.5'], ink({ fewest: 2, most: 2, marks: ['point'] }), '3.5', true],
    [
      'a comma read as a point',
      ['7.905', '7.905'],
      ink({ fewest: 4, most: 4, marks: ['comma'] }),
      '7.905',
      false,
    ],
    [
      'a point that was not read',
      ['273564', '273564'],
      ink({ fewest: 6, most: 6, marks: ['point'] }),
      '273564',
      false,
    ],
    ['dirt behind a digit', ['0.', '0'], ink(), '0', true],
    ['dirt before a digit', ['：1', ':1'], ink(), '1', true],
    [
      'a digit before another that both readings take for dirt',
      ["'6", "'6"],
      ink({ fewest: 2, most: 2 }),
      '6',
      false,
    ],
    ['a point before a digit', ['.5', '.5'], ink({ sign: 'foot' }), '.5', false],
    ['two numbers in one cell', ['35', '35'], ink({ fewest: 2, most: 2, parted: true }), '35', false],
    ['一 that is one flat stroke', ['一', '-'], ink({ fewest: 0, most: 0, flat: true }), '—', true],
    ['a digit where only a flat stroke is', ['1', '1'], ink({ fewest: 0, most: 0, flat: true }), '1', false],
    ['a slash', ['/', '/'], ink({ stroke: 'slanted' }), '/', true],
    ['a slash whose ink is upright', ['/', '/'], ink(), '/', false],
    ['a 1 whose ink is one slanted stroke', ['1', '1'], ink({ stroke: 'slanted' }), '/', false],
    ['a 7 whose bar is gone', ['7', '7'], ink({ stroke: 'slanted' }), '7', false],
    ['a 1 that leans', ['1', '1'], ink({ stroke: 'unclear' }), '1', false],
  ] as const)('%s', (_, texts, evidence, text, sure) => {
    const judged = judgeShortText(
      texts.map((one) => read(one)),
      evidence,
    );
    expect(judged.text).toBe(text);
    expect(judged.confidence >= SURE).toBe(sure);
  });

  it('is as sure of a number as of its digits, whatever dirt beside it was read as', () => {
    const unsure = [...read(':', 0.4), ...read('12'), ...read('.', 0.3)];
    expect(judgeShortText([unsure, read('12')], ink({ fewest: 2, most: 2 })).confidence).toBe(0.98);
  });

  it('leaves ink that gives no text unreadable', () => {
    expect(judgeShortText([[], []], ink())).toEqual({ text: '\ufffd', confidence: 0 });
  });

  it('believes the ink and one reading that a stroke is a slash, whatever the others take it for', () => {
    const judged = judgeShortText([read('1'), read('1'), read('/', 0.5)], ink({ stroke: 'slanted' }));
    expect(judged.text).toBe('/');
    expect(judged.confidence).toBeGreaterThan(0.8);
  });

  it('lets two readings outvote the third, less surely', () => {
    const judged = judgeShortText([read('6'), read('8'), read('6')], ink());
    expect(judged.text).toBe('6');
    expect(judged.confidence).toBeLessThan(SURE);
    expect(judged.confidence).toBeGreaterThan(0.8);
  });
});
