/** Shows what corrections would do while their numbers are typed. */

const PAUSE_MS = 250;
const form = document.querySelector<HTMLFormElement>('[data-try]');
let waiting: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

/** What the page says anew: in both pages the same elements in the same order. */
const pairs = (page: Document, selector: string) => {
  const there = page.querySelectorAll<HTMLInputElement>(selector);
  return [...document.querySelectorAll<HTMLInputElement>(selector)].flatMap((here, at) => {
    const other = there[at];
    return other ? [[here, other] as const] : [];
  });
};

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
  const said = document.querySelector('#effect-said');
  if (said) said.textContent = page.querySelector('#effect-said')?.textContent ?? '';
  for (const [here, there] of pairs(page, '[data-save] [name=value]')) here.value = there.value;
  for (const [here, there] of pairs(page, '[data-save] [value=save]')) here.disabled = there.disabled;
  const save = document.querySelector<HTMLFormElement>('[data-save]');
  if (save) save.action = href;
  history.replaceState(null, '', href);
}

form?.addEventListener('input', (event) => {
  clearTimeout(waiting);
  if (!(event as InputEvent).isComposing) waiting = setTimeout(show, PAUSE_MS);
});
// With its numbers there already, as a suggestion has them, it is the reason that is missing.
const empty = form?.querySelector<HTMLInputElement>('[name=value][value=""]');
(empty ?? document.querySelector<HTMLElement>('[data-save] textarea'))?.focus();
