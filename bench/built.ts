import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A module as it is installed. Sources that are translated while they load name each function as it is made, which
 * takes some per cent of what is measured.
 */
export async function built<Module>(name: string): Promise<Module> {
  return import(pathToFileURL(join(import.meta.dirname, '..', 'dist', `${name}.js`)).href);
}
