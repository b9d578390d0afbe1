import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { COMMON } from '../texts/common.ts';

/** Longer ones are cut by mail programs and chats. */
export const LONG_ADDRESS = 1500;

/** Offers a short address for a page whose own is long; nothing for the others. */
export function ShortForm({ url, lang }: { readonly url: URL; readonly lang: Language }): Html | null {
  const address = url.pathname + url.search;
  if (address.length <= LONG_ADDRESS) return null;
  return (
    <form method="post" action="/short" class="short">
      <input type="hidden" name="address" value={address} />
      <button type="submit">{COMMON.shorten[lang]}</button>
    </form>
  );
}
