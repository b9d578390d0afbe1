import { type IndexEntry, readIndex } from './index-file.ts';

/**
 * The `WARC-Record-ID` of records, as `urn:uuid:…`, by the indexes alone. One whose file has no index, or none that
 * reaches so far, has none here.
 *
 * @param places - of one file after the other, so that each index is read once
 */
export function* recordIds<Place extends { readonly file: string; readonly offset: number }>(
  dir: string,
  places: Iterable<Place>,
): Generator<readonly [Place, string]> {
  let file: string | undefined;
  let idAt = new Map<number, string>();
  for (const place of places) {
    if (place.file !== file) {
      file = place.file;
      idAt = new Map(readIndex(dir, file).flatMap(identified));
    }
    const id = idAt.get(place.offset);
    if (id !== undefined) yield [place, `urn:uuid:${id}`];
  }
}

const identified = ({ offset, id }: IndexEntry): [number, string][] =>
  id === undefined ? [] : [[offset, id]];
