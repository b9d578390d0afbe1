import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file as browsers get it. */
export interface Asset {
  readonly bytes: string;
  readonly type: string;
}

export interface Assets {
  /** By the path they are asked for at. */
  readonly files: ReadonlyMap<string, Asset>;
  readonly styleSheet: string;
  /** The address of a module of src/web/client, by its name without ending. */
  readonly script: (name: string) => string;
}

/** Rooms whose modules a browser may load; both are pure. */
const MODULE_ROOMS = ['web/client', 'review', 'model'];

/**
 * Everything that pages load, read once. The styles are one file, made of those of assets/styles in the order of
 * their names; modules keep their places to each other under /modules, so that their imports lead to each other.
 * An address changes with what stands behind it, and can be kept for ever.
 */
export function loadAssets(root: string): Assets {
  const folder = join(root, 'src', 'web', 'assets');
  const styles = readFolder(join(folder, 'styles'), '.css').map(([, text]) => text);
  const style: Asset = { bytes: styles.join('\n'), type: 'text/css; charset=utf-8' };
  const modules = MODULE_ROOMS.flatMap((room) =>
    readFolder(join(root, 'dist', 'src', room), '.js').map(
      ([name, bytes]) => [`${room}/${name}`, { bytes, type: 'text/javascript; charset=utf-8' }] as const,
    ),
  );
  const version = digest(modules.map(([, { bytes }]) => bytes).join());
  const styleSheet = `/assets/${digest(style.bytes)}.css`;
  const icon = { bytes: readFileSync(join(folder, 'icon.svg'), 'utf8'), type: 'image/svg+xml' };
  return {
    files: new Map<string, Asset>([
      [styleSheet, style],
      ['/assets/icon.svg', icon],
      ...modules.map(([name, asset]) => [`/modules/${version}/${name}`, asset] as const),
    ]),
    styleSheet,
    script: (name) => `/modules/${version}/web/client/${name}.js`,
  };
}

function readFolder(folder: string, ending: string): (readonly [name: string, text: string])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
