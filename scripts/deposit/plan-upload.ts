import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type TarFile, tarLength, tarOf } from './tar.ts';

/** A file as it will stand in the deposit, which has no folders: a folder of the release is one tar. */
export interface Upload {
  readonly name: string;
  readonly bytes: number;
  readonly open: () => Readable;
}

export interface Deposit {
  readonly uploads: readonly Upload[];
  /** What `.zenodo.json` says. */
  readonly metadata: object;
  /** Of this release, as CITATION.cff says it; null when none was reserved before it was made. */
  readonly doi: string | null;
}

/** Reads what is to be deposited of a release. Throws when a file is not what its SHA256SUMS says, or is not in it. */
export async function planUpload(release: string): Promise<Deposit> {
  const sums = join(release, 'SHA256SUMS');
  if (!existsSync(sums)) throw new Error(`${release} is no release: it has no SHA256SUMS`);
  const listed = new Map(
    readFileSync(sums, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const entries = readdirSync(release, { withFileTypes: true, recursive: true });
  const present = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const path of present)
    if (path !== sums && !listed.has(path.slice(join(release, '/').length)))
      throw new Error(`${path} is not in SHA256SUMS`);
  for (const [name, sha256] of listed)
    if ((await digestOf(join(release, name))) !== sha256)
      throw new Error(`${name} is not what SHA256SUMS says`);
  const names = [...listed.keys(), 'SHA256SUMS'];
  const folders = [
    ...new Set(names.filter((name) => name.includes('/')).map((name) => name.split('/')[0] ?? '')),
  ];
  const fileOf = (name: string): TarFile => {
    const path = join(release, name);
    return { name, path, bytes: statSync(path).size };
  };
  return {
    uploads: [
      // `.zenodo.json` is the metadata of the deposit itself.
      ...names
        .filter((name) => !name.includes('/') && name !== '.zenodo.json')
        .map((name) => plain(fileOf(name))),
      ...folders.map((folder) =>
        asTar(
          `${folder}.tar`,
          names
            .filter((name) => name.startsWith(`${folder}/`))
            .toSorted()
            .map(fileOf),
        ),
      ),
    ],
    metadata: JSON.parse(readFileSync(join(release, '.zenodo.json'), 'utf8')) as object,
    doi: /^doi: (\S+)$/m.exec(readFileSync(join(release, 'CITATION.cff'), 'utf8'))?.[1] ?? null,
  };
}

const plain = ({ name, bytes, path }: TarFile): Upload => ({
  name,
  bytes,
  open: () => createReadStream(path),
});
const asTar = (name: string, files: readonly TarFile[]): Upload => ({
  ...{ name, bytes: tarLength(files) },
  open: () => Readable.from(tarOf(files)),
});

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
