import { createReadStream, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';

const DataPackage = z.object({
  version: z.string(),
  resources: z.array(
    z.object({ path: z.string(), bytes: z.int().nonnegative(), hash: z.string(), mediatype: z.string() }),
  ),
});

/** A file of a release, as its data package tells of it. */
export interface ReleaseFile {
  /** Within the release, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal digits; null for the data package itself, which cannot tell its own. */
  readonly sha256: string | null;
  readonly mediaType: string;
}

export interface Release {
  /** Name of its folder. */
  readonly name: string;
  readonly version: string;
  readonly files: readonly ReleaseFile[];
}

const PACKAGE = 'datapackage.json';

/** The releases that lie in a folder, the last name first: names begin with a date where people want them in order. */
export function listReleases(dir: string): Release[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .toSorted()
    .toReversed()
    .flatMap((name) => readRelease(dir, name) ?? []);
}

/** A release by the name of its folder; undefined when there is none that its data package tells of. */
export function readRelease(dir: string, name: string): Release | undefined {
  const file = join(dir, name, PACKAGE);
  if (name !== safeName(name) || !existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const { data } = DataPackage.safeParse(JSON.parse(text));
  if (!data) return undefined;
  const own = { path: PACKAGE, bytes: Buffer.byteLength(text), sha256: null, mediaType: 'application/json' };
  const files = data.resources.map(({ path, bytes, hash, mediatype }) => {
    return { path, bytes, sha256: hash.replace(/^sha256:/, ''), mediaType: mediatype };
  });
  return { name, version: data.version, files: [...files, own] };
}

/** A name that is one folder and no way out of it. */
const safeName = (name: string): string => name.replace(/[/\\\0]|^\.+$/g, '');

/**
 * The bytes of a file of a release. Only what the data package tells of is given, and only while it lies within the
 * release and has the size that is told.
 *
 * @returns undefined when there is no such file
 */
export function openReleaseFile(
  dir: string,
  name: string,
  path: string,
): (ReleaseFile & { readonly stream: ReadableStream<Uint8Array> }) | undefined {
  const file = readRelease(dir, name)?.files.find((one) => one.path === path);
  if (!file) return undefined;
  const place = join(dir, name, ...path.split('/'));
  if (!existsSync(place) || !realpathSync(place).startsWith(realpathSync(join(dir, name)) + sep))
    return undefined;
  if (statSync(place).size !== file.bytes) return undefined;
  return { ...file, stream: Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array> };
}
