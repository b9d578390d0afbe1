/** Says something to who sees the page and to who hears it. An address makes it a link. */
export function announce(text: string, href?: string): void {
  const place = document.querySelector<HTMLElement>('#announce');
  if (!place) return;
  const words = href ? Object.assign(document.createElement('a'), { href, textContent: text }) : text;
  place.replaceChildren(words);
  place.classList.remove('fresh');
  void place.offsetWidth; // begins the fading anew
  place.classList.add('fresh');
}

/** The words of a page, as the server wrote them beside it; `{n}` stands for a number. */
export function word(name: string, n?: number): string {
  const words = document.querySelector<HTMLElement>('[data-words]')?.dataset['words'];
  const text = (JSON.parse(words ?? '{}') as Record<string, string>)[name] ?? name;
  return n === undefined ? text : text.replace('{n}', n.toLocaleString('en'));
}
