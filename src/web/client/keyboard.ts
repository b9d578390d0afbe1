import { type Action, actionOf, keysOf, readSettings } from '../../review/shortcuts.ts';

/** Where the keys that a person chose are kept. */
export const SETTINGS = 'gongkai-keys';

const TAKES_TEXT =
  'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])';
/** What Enter and the space bar press by themselves. */
const PRESSES = 'a, button, summary, input, label';

export const settings = () => readSettings(localStorage.getItem(SETTINGS));

/** Calls `perform` for a key that has an action; when it returns true the key does nothing else. */
export function listen(perform: (action: Action) => boolean): void {
  document.addEventListener('keydown', (event) => {
    const { on, keys } = settings();
    const target = event.target instanceof Element ? event.target : document.body;
    if (!on || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (event.key === 'Enter' && target.closest(PRESSES)) return;
    const action = actionOf(event, keysOf({ on, keys }), target.closest(TAKES_TEXT) !== null);
    if (action && perform(action)) event.preventDefault();
  });
}

/** Writes the keys that are in force where pages name them, or hides them when they are switched off. */
export function showKeys(): void {
  const { on, keys } = settings();
  const inForce = keysOf({ on, keys });
  for (const place of document.querySelectorAll<HTMLElement>('[data-key-of]')) {
    place.textContent = inForce[place.dataset['keyOf'] as Action];
    place.hidden = !on;
  }
}

export const openKeyHelp = (): boolean => {
  document.querySelector<HTMLDialogElement>('#key-help')?.showModal();
  return true;
};
