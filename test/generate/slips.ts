import type { TypoClass } from '../../src/model/finding.ts';

/** What a slip of the hand makes of a printed number; null when this slip cannot be made of it. */
type Slip = (value: number, neighbour: number, at: number) => number | null;

const digits = (value: number): string => String(value);
const unlike = (value: number, slipped: number): number | null => (slipped === value ? null : slipped);

/** Each class of slip, made at place `at` (counted from the left, wrapped) of a number. */
export const SLIPS: Readonly<Partial<Record<TypoClass, Slip>>> = {
  digit_lost: (value, _, at) => {
    const text = digits(value);
    const place = at % text.length;
    return text.length < 2 ? null : unlike(value, Number(text.slice(0, place) + text.slice(place + 1)));
  },
  digit_added: (value, _, at) => {
    const text = digits(value);
    const place = at % (text.length + 1);
    const digit = (at * 7 + 3) % 10;
    return value === 0 ? null : unlike(value, Number(text.slice(0, place) + digit + text.slice(place)));
  },
  digits_swapped: (value, _, at) => {
    const text = digits(value);
    if (text.length < 2) return null;
    const place = at % (text.length - 1);
    const swapped = text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2);
    return unlike(value, Number(swapped));
  },
  digit_replaced: (value, _, at) => {
    const text = digits(value);
    const place = at % text.length;
    const digit = (Number(text[place]) + 1 + (at % 8)) % 10;
    return unlike(value, Number(text.slice(0, place) + digit + text.slice(place + 1)));
  },
  shifted: (value, _, at) => (value === 0 ? null : value * (at % 2 === 0 ? 10 : 100)),
  neighbour: (value, neighbour) => unlike(value, neighbour),
  zero_for_number: (value) => (value === 0 ? null : 0),
  number_for_zero: (value, _, at) => (value === 0 ? (at % 9) + 1 : null),
};
