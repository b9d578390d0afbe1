import type { Message } from '../model/finding.ts';
import { VERDICT_NAMES } from './reasons.ts';
import { VERDICTS, type Verdict } from './status.ts';

/** A verdict that is chosen and not saved yet: a note comes first. */
export const NOTED = [
  'note_publisher_error',
  'note_parser_error',
  'note_not_an_error',
  'note_unsure',
] as const satisfies readonly `note_${Verdict}`[];

/** What a key can do on the pages of findings. */
export const ACTIONS = [
  ...VERDICTS,
  ...NOTED,
  'undo',
  'redo',
  'next',
  'previous',
  'open',
  'note',
  'reason',
  'evidence',
  'search',
  'help',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Values of `KeyboardEvent.key`: by what a key types, so that every keyboard layout has them. */
export type KeyMap = Readonly<Record<Action, string>>;

export const DEFAULT_KEYS: KeyMap = {
  publisher_error: '1',
  parser_error: '2',
  not_an_error: '3',
  unsure: '4',
  note_publisher_error: 'a',
  note_parser_error: 's',
  note_not_an_error: 'd',
  note_unsure: 'f',
  undo: 'u',
  redo: 'U',
  next: 'j',
  previous: 'k',
  open: 'Enter',
  note: 'n',
  reason: 'r',
  evidence: 'e',
  search: '/',
  help: '?',
};

const withNote = (verdict: Verdict): Message => ({
  zh: `${VERDICT_NAMES[verdict].zh}，先写备注`,
  en: `${VERDICT_NAMES[verdict].en}, with a note`,
});

export const ACTION_NAMES: Readonly<Record<Action, Message>> = {
  ...VERDICT_NAMES,
  note_publisher_error: withNote('publisher_error'),
  note_parser_error: withNote('parser_error'),
  note_not_an_error: withNote('not_an_error'),
  note_unsure: withNote('unsure'),
  undo: { zh: '撤销', en: 'undo' },
  redo: { zh: '重做', en: 'redo' },
  next: { zh: '下一条', en: 'next' },
  previous: { zh: '上一条', en: 'previous' },
  open: { zh: '打开', en: 'open' },
  note: { zh: '写备注', en: 'write a note' },
  reason: { zh: '按原因判断', en: 'decide by a reason' },
  evidence: { zh: '到原文，再按回来', en: 'to the page, and back' },
  search: { zh: '搜索', en: 'search' },
  help: { zh: '快捷键', en: 'keys' },
};

/** What matters of a key that was pressed; a KeyboardEvent has it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
  readonly repeat: boolean;
}

/** Of a key while an input method is composing; some browsers say only this. */
const COMPOSING_KEY = 229;

/**
 * What a key does; null for none. Not while an input method composes a word, not with Ctrl, Alt or Meta, which belong
 * to the browser, not in a field that takes text, and not for a key that is held down.
 */
export function actionOf(press: KeyPress, keys: KeyMap, inTextField: boolean): Action | null {
  if (inTextField || press.isComposing || press.keyCode === COMPOSING_KEY) return null;
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat) return null;
  return ACTIONS.find((action) => keys[action] === press.key) ?? null;
}

/** What a person set: other keys for some actions, or none at all. */
export interface KeySettings {
  readonly on: boolean;
  readonly keys: Partial<KeyMap>;
}

export const DEFAULT_SETTINGS: KeySettings = { on: true, keys: {} };

/** Settings as they were stored; the usual ones where they cannot be read. */
export function readSettings(text: string | null): KeySettings {
  try {
    const { on, keys } = JSON.parse(text ?? '') as KeySettings;
    const known = ACTIONS.filter((action) => typeof keys?.[action] === 'string');
    return { on: on !== false, keys: Object.fromEntries(known.map((action) => [action, keys[action]])) };
  } catch {
    return DEFAULT_SETTINGS;
  }
}

export const keysOf = ({ keys }: KeySettings): KeyMap => ({ ...DEFAULT_KEYS, ...keys });

/** Actions that share a key with another one: only the first of them would ever be done. */
export function clashesIn(keys: KeyMap): readonly Action[] {
  return ACTIONS.filter((action) =>
    ACTIONS.some((other) => other !== action && keys[other] === keys[action]),
  );
}

/** The verdict of an action that gives or chooses one; null for the others. */
export function verdictOf(action: Action): Verdict | null {
  const name = action.replace(/^note_/, '');
  return VERDICTS.find((verdict) => verdict === name) ?? null;
}
