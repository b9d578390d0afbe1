/**
 * A text from outside as one line: without line ends, colours of a terminal, marks that turn the reading order, and
 * halves of characters. What a site wrote could otherwise look like a line of ours in a log or a message.
 */
export const plain = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
