/** Shows what a correction would do while its number is typed. */

const PAUSE_MS = 250;
const form = document.querySelector<HTMLFormElement>('[data-try]');
const field = form?.elements.namedItem('value') as HTMLInputElement | null;
let waiting: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

async function show(): Promise<void> {
  if (!form) return;
  const query = new URLSearchParams(new FormData(form) as never);
  const href = `${location.pathname}?${query}`;
  const number = ++asked;
  const response = await fetch(href, { headers: { accept: 'text/html' } }).catch(() => null);
  // Another number was typed meanwhile: the answer about this one comes too late.
  if (!response?.ok || number !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.querySelector('#effect')?.replaceWith(page.querySelector('#effect') ?? '');
  const [value, button] = ['[data-save] [name=value]', '[data-save] [value=save]'].map((name) => [
    document.querySelector<HTMLInputElement>(name),
    page.querySelector<HTMLInputElement>(name),
  ]);
  if (value?.[0] && value[1]) value[0].value = value[1].value;
  if (button?.[0] && button[1]) button[0].disabled = button[1].disabled;
  const save = document.querySelector<HTMLFormElement>('[data-save]');
  if (save) save.action = href;
  history.replaceState(null, '', href);
}

field?.addEventListener('input', (event) => {
  clearTimeout(waiting);
  if (!(event as InputEvent).isComposing) waiting = setTimeout(show, PAUSE_MS);
});
field?.focus();
