import { join } from 'node:path';
import { type LoadedCorrections, loadCorrections } from '../corrections/load-corrections.ts';
import { findVariable } from '../forms/index.ts';
import { findPackageRoot } from './package-root.ts';

/** The corrections that come with the program, and what is wrong with those that are not taken. */
export function reviewedCorrections(): LoadedCorrections {
  const folder = join(findPackageRoot(), 'data', 'corrections');
  return loadCorrections(folder, (name) => findVariable(name) !== undefined);
}
