import { ACTIONS, type Action, clashesIn, DEFAULT_KEYS, keysOf } from '../../review/shortcuts.ts';
import { SETTINGS, settings } from './keyboard.ts';

/** The page on which keys are chosen: a key that is pressed in a field is the new one. */

const form = document.querySelector<HTMLFormElement>('[data-key-settings]');
const fieldOf = (action: Action) => form?.elements.namedItem(action) as HTMLInputElement;
/** They move the focus, and leave a page as people expect. */
const KEPT_BY_BROWSER = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape', 'Process', 'Dead'];

function show(): void {
  const { on, keys } = settings();
  const inForce = keysOf({ on, keys });
  const clashes = clashesIn(inForce);
  (form?.elements.namedItem('on') as HTMLInputElement).checked = on;
  for (const action of ACTIONS) {
    const field = fieldOf(action);
    field.value = inForce[action];
    field.setAttribute('aria-invalid', String(clashes.includes(action)));
    const words = field.parentElement?.querySelector('.clash');
    if (words) words.textContent = clashes.includes(action) ? (form?.dataset['clash'] ?? '') : '';
  }
}

function save(on: boolean, keys: Partial<Record<Action, string>>): void {
  const changed = Object.entries(keys).filter(([action, key]) => DEFAULT_KEYS[action as Action] !== key);
  localStorage.setItem(SETTINGS, JSON.stringify({ on, keys: Object.fromEntries(changed) }));
  show();
  const status = form?.querySelector<HTMLElement>('[role=status]');
  if (status) status.textContent = status.dataset['saved'] ?? '';
}

form?.addEventListener('keydown', (event) => {
  const field = event.target as HTMLInputElement;
  const action = ACTIONS.find((one) => one === field.name);
  if (!action || event.isComposing || event.ctrlKey || event.metaKey || KEPT_BY_BROWSER.includes(event.key))
    return;
  event.preventDefault();
  save(settings().on, { ...settings().keys, [action]: event.key });
});
form?.addEventListener('change', () => {
  save((form.elements.namedItem('on') as HTMLInputElement).checked, settings().keys);
});
form?.addEventListener('reset', (event) => {
  event.preventDefault();
  save(true, {});
});
if (form) show();
