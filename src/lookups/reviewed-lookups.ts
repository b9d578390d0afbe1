import { join } from 'node:path';
import { findPackageRoot } from '../package-root.ts';
import { type LoadedLookups, loadLookups } from './load-lookups.ts';

let loaded: LoadedLookups | undefined;

/** The lookups that come with the program, read once, and what is wrong with those that are not taken. */
export function reviewedLookups(): LoadedLookups {
  loaded ??= loadLookups(join(findPackageRoot(), 'data', 'lookups'));
  return loaded;
}
