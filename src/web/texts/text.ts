import type { Message } from '../../model/finding.ts';

/** A text, or a text with numbers and names to fill in. Leaving out a language does not compile. */
// biome-ignore lint/suspicious/noExplicitAny: the parameters are checked where a text is used.
export type Text = Message | ((...parts: any[]) => Message);
export type Texts = Readonly<Record<string, Text>>;

const written = (count: number): string => count.toLocaleString('en');

/** `1 report`, `1,200 reports`, `2 new reports`. */
export const counted = (count: number, thing: string): string =>
  `${written(count)} ${thing}${count === 1 ? '' : 's'}`;
