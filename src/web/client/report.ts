import { watchFrames } from './frame.ts';
import { listen, showKeys } from './keyboard.ts';

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

interface Part {
  readonly swap: string;
  readonly name: string;
}
/** A link by what it is called: its address changes with what is shown. */
const nameOf = (link: Element): string =>
  link.getAttribute('data-cell') || (link.getAttribute('aria-label') ?? link.textContent ?? '');

function focusedPart(): Part | null {
  const link = document.activeElement;
  const swap = link?.closest<HTMLElement>('[data-swap]')?.dataset['swap'];
  return link && swap ? { swap, name: nameOf(link) } : null;
}

function focusAgain({ swap, name }: Part): void {
  const part = document.querySelector<HTMLElement>(`[data-swap="${CSS.escape(swap)}"]`);
  const link = [...(part?.querySelectorAll<HTMLElement>('a') ?? [])].find((one) => nameOf(one) === name);
  (link ?? part)?.focus({ preventScroll: true });
}

/** From the tables to what is shown beside them, and back to the cell; a page with verdicts has a way of its own. */
function toSide(): boolean {
  const side = document.querySelector('.at-side');
  const there = side?.querySelector<HTMLElement>('[data-swap="card"], #evidence');
  const back =
    document.querySelector<HTMLElement>('[data-lit="chosen"] a') ??
    document.querySelector<HTMLElement>('[data-cell]');
  const goal = side?.contains(document.activeElement) ? back : there;
  goal?.focus();
  return goal !== undefined && goal !== null;
}
const hasVerdicts = (): boolean => document.querySelector('[data-verdict-form]') !== null;
listen((action) => action === 'evidence' && !hasVerdicts() && toSide());
showKeys();

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
  const focused = focusedPart();
  const scrolls = [...document.querySelectorAll('.form-scroll')].map(({ scrollLeft }) => scrollLeft);
  for (const old of document.querySelectorAll<HTMLElement>('[data-swap]')) {
    const fresh = page.querySelector(`[data-swap="${old.dataset['swap']}"]`);
    if (fresh) old.replaceWith(document.adoptNode(fresh));
  }
  for (const [index, region] of document.querySelectorAll('.form-scroll').entries())
    region.scrollLeft = scrolls[index] ?? 0;
  // What had the focus was put in anew with what is around it.
  if (focused && document.activeElement === document.body) focusAgain(focused);
  if (remember) history.pushState(null, '', address.replace(/#evidence$/, ''));
  if (narrow()) document.getElementById('evidence')?.scrollIntoView();
}
