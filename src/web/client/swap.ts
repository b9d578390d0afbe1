/** Told to the document when another page has taken the place of this one: modules look for what is theirs. */
export const SWAPPED = 'gongkai:page';

/** The markup of a page of ours; null when it cannot be had. */
export async function fetchPage(href: string): Promise<string | null> {
  try {
    const response = await fetch(href, { headers: { accept: 'text/html' } });
    return response.ok && new URL(response.url).pathname === new URL(href, location.href).pathname
      ? await response.text()
      : null;
  } catch {
    return null;
  }
}

const pageOf = (href: string): string => new URL(href, location.href).href.replace(/#.*/, '');
/** The page that is shown, whatever the address says meanwhile. */
let shown = pageOf(location.href);

/** Puts a page in the place of this one, as following a link to it would, without loading the frame anew. */
export function swapTo(href: string, markup: string, keepAddress = false): void {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const [here, there] = [document.querySelector('main'), page.querySelector('main')];
  if (!here || !there) {
    location.assign(href);
    return;
  }
  for (const { src } of page.querySelectorAll<HTMLScriptElement>('script[src]')) {
    if (![...document.scripts].some((script) => script.src === src)) void import(src);
  }
  here.replaceWith(document.adoptNode(there));
  document.title = page.title;
  if (keepAddress) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  shown = pageOf(href);
  scrollTo(0, 0);
  // With its name, a reader of screens says which page it is.
  there.setAttribute('aria-label', page.title);
  there.focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent(SWAPPED));
}

/** Goes to a page, by its markup when it can be had. */
export async function goTo(href: string): Promise<void> {
  const markup = await fetchPage(href);
  if (markup === null) location.assign(href);
  else swapTo(href, markup);
}

/** A step to a mark in the same page is no step to another one. */
addEventListener('popstate', () => {
  if (pageOf(location.href) !== shown) location.reload();
});
