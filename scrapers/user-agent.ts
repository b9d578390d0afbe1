import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `gongkai/1.2.3 (+https://…)`: name, version and where the people behind it can be reached, as package.json has them. */
export function defaultUserAgent(): string {
  const { name, version, homepage } = readPackage(import.meta.dirname);
  return `${name}/${version}${homepage === undefined ? '' : ` (+${homepage})`}`;
}

function readPackage(folder: string): { name: string; version: string; homepage?: string } {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (folder === dirname(folder)) throw new Error('no package.json above the program');
  return readPackage(dirname(folder));
}
