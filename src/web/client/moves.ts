import { announce, word } from './announce.ts';
import { newRequest, type Sent, send } from './outbox.ts';
import { goTo } from './swap.ts';

/** Takes back the last thing or does it again, and goes to the finding it was about. */
export async function move(kind: 'undo' | 'redo', person: string, search: string): Promise<void> {
  const body = { request: newRequest(), back: location.pathname + location.search };
  const sent = await send({ url: `/review/${kind}`, body, person });
  if (sent.outcome !== 'saved') return tellUnsent(sent);
  const { findings, many } = sent.data as { findings: number[]; many: number };
  if (many === 0) return announce(word(kind === 'undo' ? 'nothingToUndo' : 'nothingToRedo'));
  const [finding] = findings;
  await goTo(many === 1 && finding !== undefined ? `/findings/${finding}${search}` : location.href);
  announce(word(kind === 'undo' ? 'undoneNow' : 'redoneNow', many));
}

export type Unsent = Exclude<Sent, { readonly outcome: 'saved' }>;

/** Says why something was not saved. */
export function tellUnsent(sent: Unsent): void {
  if (sent.outcome === 'login')
    announce(word('loginFirst'), `/login?back=${encodeURIComponent(location.pathname + location.search)}`);
  else if (sent.outcome === 'kept') announce(word('offline'));
  else if ('status' in sent && sent.status === 409) announce(`${word('stale')} — ${word('staleHint')}`);
  else announce(word('unsaved'));
}
