import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The path itself, or the nearest folder above it that is there. */
export function existingAbove(path: string): string {
  let existing = resolve(path);
  while (!existsSync(existing) && existing !== dirname(existing)) existing = dirname(existing);
  return existing;
}
