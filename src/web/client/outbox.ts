/** What is to be saved, and stays here until the server has said that it is. */
export interface Letter {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Whose it is: it is sent for nobody else. */
  readonly person: string;
}

/** `kept`: it could not be sent and is tried again; `login`: the same, once its person has logged in. */
export type Sent =
  | { readonly outcome: 'saved'; readonly data: Record<string, unknown> }
  | { readonly outcome: 'refused'; readonly status: number; readonly data: Record<string, unknown> }
  | { readonly outcome: 'kept' | 'login' };

const OUTBOX = 'gongkai-outbox';
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 30_000;

const read = (): Letter[] => JSON.parse(localStorage.getItem(OUTBOX) ?? '[]') as Letter[];
const write = (letters: readonly Letter[]): void => localStorage.setItem(OUTBOX, JSON.stringify(letters));
const isSame = (a: Letter, b: Letter): boolean => a.body['request'] === b.body['request'];

/** A name for a request: what is sent twice under it is done once. */
export const newRequest = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** Sends a letter, and keeps it before so that neither a lost network nor a closed window loses it. */
export async function send(letter: Letter): Promise<Sent> {
  write([...read().filter((one) => !isSame(one, letter)), letter]);
  const sent = await post(letter);
  if (sent.outcome === 'saved' || sent.outcome === 'refused') {
    write(read().filter((one) => !isSame(one, letter)));
  }
  return sent;
}

async function post({ url, body }: Letter): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
    });
    if (response.status === 401) return { outcome: 'login' };
    // 429: too many requests at this moment, which says nothing of the letter.
    if (response.status >= 500 || response.status === 429) return { outcome: 'kept' };
    const data = (await response.json()) as Record<string, unknown>;
    return response.ok ? { outcome: 'saved', data } : { outcome: 'refused', status: response.status, data };
  } catch {
    return { outcome: 'kept' };
  }
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Sends what was kept, again and again until it is gone; `told` hears of each letter that is. */
export async function sendKept(
  person: string,
  told: (letter: Letter, sent: Sent) => void,
  waitMs = FIRST_RETRY_MS,
): Promise<void> {
  clearTimeout(waiting);
  for (const letter of read().filter((one) => one.person === person)) {
    const sent = await send(letter);
    if (sent.outcome === 'login') return;
    if (sent.outcome === 'kept') {
      waiting = setTimeout(() => sendKept(person, told, Math.min(waitMs * 2, LAST_RETRY_MS)), waitMs);
      return;
    }
    told(letter, sent);
  }
}
