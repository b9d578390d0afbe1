import { type Action, verdictOf } from '../../review/shortcuts.ts';
import { announce, word } from './announce.ts';
import { listen, openKeyHelp, showKeys } from './keyboard.ts';
import { move, tellUnsent } from './moves.ts';
import { newRequest, send, sendKept } from './outbox.ts';
import { SWAPPED } from './swap.ts';

/** The list of findings: keys move the mark, open a finding, and decide the one that is marked. */

let marked = 0;
let busy = false;

const list = () => document.querySelector<HTMLElement>('[data-queue]');
const rows = () => [...document.querySelectorAll<HTMLTableRowElement>('[data-queue] tr[data-finding]')];
const person = () => list()?.dataset['person'] ?? '';
const search = () => list()?.dataset['search'] ?? '';

function mark(index: number): boolean {
  const all = rows();
  marked = Math.max(0, Math.min(index, all.length - 1));
  for (const [at, row] of all.entries()) row.toggleAttribute('data-marked', at === marked);
  all[marked]?.scrollIntoView({ block: 'nearest' });
  return all.length > 0;
}

async function decide(verdict: string): Promise<void> {
  const row = rows()[marked];
  if (!row || busy || row.dataset['decided'] !== undefined) return;
  busy = true;
  const { finding = '', version = '0', signature = '' } = row.dataset;
  const body = { verdict, version: Number(version), signature, request: newRequest() };
  const sent = await send({ url: `/findings/${finding}/verdict${search()}`, body, person: person() });
  busy = false;
  if (sent.outcome === 'refused') return tellUnsent(sent);
  row.dataset['decided'] = verdict;
  const state = row.querySelector('.state');
  const name = document.querySelector(`[data-name-of="${verdict}"]`)?.textContent ?? verdict;
  if (state) state.textContent = name;
  mark(marked + 1);
  if (sent.outcome === 'saved') announce(word('savedNext', (sent.data as { left: number }).left));
  else tellUnsent(sent);
}

const ACTIONS: Partial<Record<Action, () => boolean>> = {
  next: () => mark(marked + 1),
  previous: () => mark(marked - 1),
  open: () => {
    rows()[marked]?.querySelector('a')?.click();
    return true;
  },
  undo: () => start(move('undo', person(), search())),
  redo: () => start(move('redo', person(), search())),
  search: () => {
    document.querySelector<HTMLElement>('input[data-search]')?.focus();
    return true;
  },
  help: openKeyHelp,
};

const start = (work: Promise<unknown>): boolean => {
  void work;
  return true;
};

listen((action) => {
  if (!list()) return false;
  const verdict = verdictOf(action);
  if (verdict === null) return ACTIONS[action]?.() ?? false;
  return action === verdict ? start(decide(verdict)) : false;
});

function begin(): void {
  if (!list()) return;
  showKeys();
  mark(0);
}
document.addEventListener(SWAPPED, begin);
begin();
void sendKept(person(), () => announce(word('saved')));
