/** Which characters of a text are spoken for; asking costs the length asked about, however many pieces there are. */
export type Cover = Uint8Array;

interface Span {
  readonly start: number;
  readonly end: number;
}

export function makeCover(length: number, spans: readonly Span[] = []): Cover {
  const cover = new Uint8Array(length);
  for (const { start, end } of spans) cover.fill(1, start, end);
  return cover;
}

export function isCovered(cover: Cover, { start, end }: Span): boolean {
  return cover.subarray(start, end).includes(1);
}
