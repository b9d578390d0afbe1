import { type Action, verdictOf } from '../../review/shortcuts.ts';
import { announce, word } from './announce.ts';
import { dropDraft, keepDraft } from './drafts.ts';
import { listen, openKeyHelp, showKeys } from './keyboard.ts';
import { move, tellUnsent, type Unsent } from './moves.ts';
import { type Letter, newRequest, type Sent, send, sendKept } from './outbox.ts';
import { fetchPage, goTo, SWAPPED, swapTo } from './swap.ts';

/** The page of one finding: a key decides, saves, and shows the next one, which is at hand already. */

const HOLD_AGAIN_MS = 3 * 60_000;

interface Next {
  readonly id: number;
  readonly markup: Promise<string | null>;
}

let next: Next | null = null;
let busy = false;
/** The verdict that waits for its note. */
let chosen: string | null = null;
let lastSeen = Date.now();

const bench = () => document.querySelector<HTMLElement>('.bench');
const form = () => document.querySelector<HTMLFormElement>('[data-verdict-form]');
const dataOf = () => {
  const { finding = '', search = '', person = '', version = '0', signature = '' } = bench()?.dataset ?? {};
  return { finding, search, person, version, signature };
};
const draftName = () => `${dataOf().person}:${dataOf().finding}`;

function begin(): void {
  next = null;
  chosen = null;
  showKeys();
  const verdictForm = form();
  if (!bench()) return;
  if (verdictForm) {
    keepDraft(verdictForm, draftName());
    verdictForm.addEventListener('submit', (event) => {
      const verdict = event.submitter instanceof HTMLButtonElement ? event.submitter.value : chosen;
      event.preventDefault();
      if (verdict) void decide(verdict, reasonFor(verdict));
    });
    verdictForm.querySelector('textarea')?.addEventListener('keydown', saveNote);
  }
  void hold();
}

/** Keeps this finding and the next one for us, and fetches the next one. */
async function hold(): Promise<void> {
  const { finding, search } = dataOf();
  const body = JSON.stringify(next ? { next: next.id } : {});
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const response = await fetch(`/findings/${finding}/hold${search}`, { method: 'POST', headers, body }).catch(
    () => null,
  );
  if (!response?.ok || dataOf().finding !== finding) return;
  const { held, next: id } = (await response.json()) as { held: boolean; next: number | null };
  if (!held) announce(word('held'));
  if (id === null || id === next?.id) return;
  next = { id, markup: fetchPage(`/findings/${id}${search}`) };
  warm(await next.markup);
}

/** Asks for the evidence of the next page, so that the server has it at hand. */
function warm(markup: string | null): void {
  const src = /<iframe src="([^"#]+)/.exec(markup ?? '')?.[1]?.replaceAll('&amp;', '&');
  if (src) void fetch(src, { priority: 'low' }).catch(() => null);
}

/** The reason that was chosen, where it belongs to the verdict. */
function reasonFor(verdict: string): string | null {
  const option = form()?.querySelector<HTMLOptionElement>('select[name=reason] option:checked');
  return option?.closest('optgroup')?.dataset['of'] === verdict ? option.value : null;
}

async function decide(verdict: string, reason: string | null): Promise<void> {
  const { finding, search, person, version, signature } = dataOf();
  if (busy || !form()) return;
  busy = true;
  bench()?.setAttribute('aria-busy', 'true');
  try {
    const note = form()?.querySelector('textarea')?.value ?? '';
    const body = { verdict, reason, note, version: Number(version), signature, request: newRequest() };
    const sent = await send({ url: `/findings/${finding}/verdict${search}`, body, person });
    if (sent.outcome === 'saved') await goOn(sent.data as unknown as Saved);
    else await stayWith(sent);
  } finally {
    busy = false;
    bench()?.removeAttribute('aria-busy');
  }
}

interface Saved {
  readonly next: number | null;
  readonly left: number;
  /** How many the queue has now: the page that was fetched ahead counted this one too. */
  readonly found: number;
}

async function goOn({ next: id, left, found }: Saved): Promise<void> {
  const { search } = dataOf();
  dropDraft(draftName());
  if (id === null) {
    await goTo(`/findings${search}`);
    return announce(word('allDone'));
  }
  const markup = next?.id === id ? await next.markup : null;
  const href = `/findings/${id}${search}`;
  if (markup === null) await goTo(href);
  else swapTo(href, markup);
  document.querySelector('[data-found]')?.replaceChildren(word('found', found));
  announce(word('savedNext', left));
}

/** What was refused because something changed is shown anew; what could not be sent is sent later, and we go on. */
async function stayWith(sent: Unsent): Promise<void> {
  const { search, finding, person } = dataOf();
  if (sent.outcome === 'refused') {
    const markup = await fetchPage(location.href);
    if (markup !== null) swapTo(location.href, markup, true);
    tellUnsent(sent);
    return;
  }
  dropDraft(draftName());
  const markup = await next?.markup;
  if (next && markup && String(next.id) !== finding) swapTo(`/findings/${next.id}${search}`, markup);
  tellUnsent(sent);
  if (sent.outcome === 'kept') setTimeout(() => sendKept(person, tellLate), 1000);
}

function tellLate(_: Letter, sent: Sent): void {
  if (sent.outcome === 'saved') announce(word('saved'));
  else tellUnsent(sent as Unsent);
}

function saveNote(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === 'Escape') (event.target as HTMLElement).blur();
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (chosen) void decide(chosen, reasonFor(chosen));
  else (event.target as HTMLElement).blur();
}

/** Marks the verdict that waits for its note. */
function choose(verdict: string): boolean {
  chosen = verdict;
  for (const button of form()?.querySelectorAll<HTMLButtonElement>('button[name=verdict]') ?? []) {
    button.setAttribute('aria-pressed', String(button.value === verdict));
  }
  return focusOn('[data-verdict-form] textarea');
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null;
}

/** To the evidence, and from there back to the verdict. */
function toEvidence(): boolean {
  const inside = document.activeElement?.closest('#evidence');
  return focusOn(inside ? '.verdicts button' : '#evidence');
}

function openReasons(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('#reasons');
  dialog?.showModal();
  return dialog !== null;
}

function step(to: 'next' | 'previous'): boolean {
  if (to === 'previous') history.back();
  else if (next) void goTo(`/findings/${next.id}${dataOf().search}`);
  else announce(word('noneAfter'));
  return true;
}

const ACTIONS: Partial<Record<Action, () => boolean>> = {
  undo: () => start(move('undo', dataOf().person, dataOf().search)),
  redo: () => start(move('redo', dataOf().person, dataOf().search)),
  next: () => step('next'),
  previous: () => step('previous'),
  note: () => focusOn('[data-verdict-form] textarea'),
  reason: openReasons,
  evidence: toEvidence,
  help: openKeyHelp,
};

const start = (work: Promise<unknown>): boolean => {
  void work;
  return true;
};

function perform(action: Action): boolean {
  lastSeen = Date.now();
  if (!bench()) return false;
  const verdict = verdictOf(action);
  if (verdict === null) return ACTIONS[action]?.() ?? false;
  return action === verdict ? start(decide(verdict, reasonFor(verdict))) : choose(verdict);
}

/** In the list of reasons a key chooses one, and with it the verdict that it belongs to. */
document.addEventListener('keydown', (event) => {
  const dialog = document.querySelector<HTMLDialogElement>('#reasons[open]');
  if (!dialog || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const button = [...dialog.querySelectorAll<HTMLButtonElement>('[data-pick]')].find(
    ({ dataset }) => dataset['pick'] === event.key,
  );
  button?.click();
});
document.addEventListener('click', (event) => {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-pick]') : null;
  if (!button) return;
  button.closest('dialog')?.close();
  void decide(button.dataset['verdict'] ?? '', button.value);
});
for (const sign of ['pointerdown', 'scroll', 'input'] as const) {
  document.addEventListener(sign, () => (lastSeen = Date.now()), { passive: true });
}
setInterval(() => {
  if (bench() && Date.now() - lastSeen < HOLD_AGAIN_MS) void hold();
}, HOLD_AGAIN_MS);
addEventListener('online', () => void sendKept(dataOf().person, tellLate));

listen(perform);
document.addEventListener(SWAPPED, begin);
begin();
void sendKept(dataOf().person, tellLate);
