/** A title as it is compared: full-width forms folded, no white space, no zero-width characters. */
export const foldTitle = (title: string): string =>
  title.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff\u00ad·•▪■>»]+/g, '');
