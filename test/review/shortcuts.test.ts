import { expect, test } from 'vitest';
import { fits, REASONS } from '../../src/review/reasons.ts';
import {
  actionOf,
  clashesIn,
  DEFAULT_KEYS,
  type KeyPress,
  keysOf,
  readSettings,
} from '../../src/review/shortcuts.ts';

const plain: KeyPress = {
  ...{ key: '1', ctrlKey: false, altKey: false, metaKey: false },
  ...{ isComposing: false, keyCode: 49, repeat: false },
};

test('a key is known by what it types, with or without Shift', () => {
  expect(actionOf(plain, DEFAULT_KEYS, false)).toBe('publisher_error');
  expect(actionOf({ ...plain, key: 'u' }, DEFAULT_KEYS, false)).toBe('undo');
  expect(actionOf({ ...plain, key: 'U' }, DEFAULT_KEYS, false)).toBe('redo');
  expect(actionOf({ ...plain, key: 'x' }, DEFAULT_KEYS, false)).toBeNull();
});

test.each([
  ['in a text field', plain, true],
  ['while a word is composed', { ...plain, isComposing: true }, false],
  ['while a word is composed, in browsers that say so by a number', { ...plain, keyCode: 229 }, false],
  ['with Ctrl', { ...plain, ctrlKey: true }, false],
  ['with Alt', { ...plain, altKey: true }, false],
  ['with the command key', { ...plain, metaKey: true }, false],
  ['held down', { ...plain, repeat: true }, false],
])('a key does nothing %s', (_, press, inTextField) => {
  expect(actionOf(press, DEFAULT_KEYS, inTextField)).toBeNull();
});

test('other keys can be chosen, what cannot be read counts as not set, and a key for two actions is told of', () => {
  expect(keysOf(readSettings('{"on":true,"keys":{"undo":"z","nothing":"q"}}'))).toEqual({
    ...DEFAULT_KEYS,
    undo: 'z',
  });
  expect(readSettings('{"on":false,"keys":{}}').on).toBe(false);
  for (const text of [null, '', '{', '7']) expect(readSettings(text)).toEqual({ on: true, keys: {} });
  expect(clashesIn(DEFAULT_KEYS)).toEqual([]);
  expect(clashesIn({ ...DEFAULT_KEYS, undo: '1' })).toEqual(['publisher_error', 'undo']);
});

test('a reason has one meaning and belongs to one verdict', () => {
  expect(new Set(REASONS.map(({ code }) => code)).size).toBe(REASONS.length);
  expect(fits('publisher_error', 'misprint')).toBe(true);
  expect(fits('unsure', 'misprint')).toBe(false);
  expect(fits('unsure', null)).toBe(true);
});
