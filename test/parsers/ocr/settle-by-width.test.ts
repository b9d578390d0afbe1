import { describe, expect, it } from 'vitest';
import { judgeShortText, type ShortInk } from '../../../parsers/ocr/judge-short-text.ts';
import { type Judged, settleByWidth } from '../../../parsers/ocr/settle-by-width.ts';
import { ink, read } from './short-ink.ts';

const [STEP, LONE, POINT] = [16, 14, 8];

/** A number read as `text` twice, with ink as wide as that of `printed`. */
function judged(text: string, printed: string = text, parts: Partial<ShortInk> = {}): Judged {
  const digits = printed.replace('.', '').length;
  const width = LONE + STEP * (digits - 1) + (printed.includes('.') ? POINT : 0);
  const own = ink({ fewest: text.length, most: text.length, width, reach: width, ...parts });
  const readings = [read(text), read(text)];
  return { readings, own, text: judgeShortText(readings, own), doubted: false };
}

const OTHERS = ['205', '20', '2345', '7', '36', '0', '222', '84'].map((text) => judged(text));
const settled = (one: Judged | null) => settleByWidth([...OTHERS, one]).at(-1);
const SURE = 0.9;

describe('settleByWidth', () => {
  it('takes ink at the foot for the end of a broken digit where it leaves no room for a point', () => {
    expect(settled(judged('23', '23', { marks: ['point'] }))).toEqual({ text: '23', confidence: 0.98 });
    expect(
      settled(judged('3', '3', { width: LONE - 4, reach: LONE, sign: 'foot' }))?.confidence,
    ).toBeGreaterThan(SURE);
  });

  it.each<[string, Judged]>([
    ['a point that both readings lost', judged('23', '2.3', { marks: ['point'] })],
    ['a point before the only digit', judged('3', '3', { reach: LONE + POINT, sign: 'foot' })],
    ['a minus', judged('3', '3', { sign: 'minus' })],
    ['a number that is wider than its digits', judged('23', '2.3')],
    ['a number beside which ink was wiped out', { ...judged('23'), doubted: true }],
  ])('doubts %s', (_, one) => expect(settled(one)?.confidence).toBeLessThan(0.5));

  it('leaves words alone', () => expect(settled(null)).toBeNull());
});
