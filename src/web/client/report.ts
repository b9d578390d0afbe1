import { watchFrames } from './frame.ts';

/**
 * On the page of a report: a chosen cell is lit without the page being loaded anew, so that tables and their scroll stay
 * where they are. What is put in comes from the page of the same address; without this module the link leads there.
 */
let latest = 0;

const narrow = (): boolean => matchMedia('(max-width: 68rem)').matches;

addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const link = (event.target as Element | null)?.closest<HTMLAnchorElement>(
    'a[data-cell], .evidence header a',
  );
  if (!link || link.closest('.files') || link.pathname !== location.pathname) return;
  event.preventDefault();
  void show(link.href, true);
});
const pageOf = (href: string): string => href.replace(/#.*/, '');
let shown = pageOf(location.href);
addEventListener('popstate', () => {
  // A step to a mark in the same page changes nothing in it.
  if (pageOf(location.href) !== shown) void show(location.href, false);
});

/** What the address chose is looked at first, unless the reader has scrolled already. */
if (scrollY === 0 && !narrow())
  document.querySelector('[data-lit="chosen"], [data-lit="beside"]')?.scrollIntoView({ block: 'center' });

watchFrames();

async function show(address: string, remember: boolean): Promise<void> {
  const turn = ++latest;
  const response = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!response?.ok) {
    location.assign(address);
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  // An earlier answer may come after a later one.
  if (turn !== latest) return;
  shown = pageOf(address);
  const focused = document.activeElement?.getAttribute('data-cell');
  const scrolls = [...document.querySelectorAll('.form-scroll')].map(({ scrollLeft }) => scrollLeft);
  for (const old of document.querySelectorAll<HTMLElement>('[data-swap]')) {
    const fresh = page.querySelector(`[data-swap="${old.dataset['swap']}"]`);
    if (fresh) old.replaceWith(document.adoptNode(fresh));
  }
  for (const [index, region] of document.querySelectorAll('.form-scroll').entries())
    region.scrollLeft = scrolls[index] ?? 0;
  // What had the focus was put in anew with its table.
  if (focused && document.activeElement === document.body)
    document
      .querySelector<HTMLElement>(`[data-cell="${CSS.escape(focused)}"]`)
      ?.focus({ preventScroll: true });
  if (remember) history.pushState(null, '', address.replace(/#evidence$/, ''));
  if (narrow()) document.getElementById('evidence')?.scrollIntoView();
}
