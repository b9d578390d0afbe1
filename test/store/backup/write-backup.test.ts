import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeBackup } from '../../../src/store/backup/write-backup.ts';
import type { Store } from '../../../src/store/store.ts';
import { tempDir, tempStore } from '../temp-store.ts';

/** A store in which every copy ends with an SQLite error: a disk of its own would need the rights to make one. */
function failing(store: Store, code: string): Store {
  const prepare = (sql: string) => {
    if (sql.startsWith('VACUUM')) throw Object.assign(new Error('as SQLite says it'), { code });
    return store.sqlite.prepare(sql);
  };
  const sqlite = new Proxy(store.sqlite, {
    get: (target, name) => {
      if (name === 'prepare') return prepare;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...store, sqlite };
}

test.each([
  ['SQLITE_FULL', 'disk_full', 'the copy'],
  ['SQLITE_IOERR_WRITE', 'broken_disk', 'the copy'],
  ['SQLITE_CANTOPEN', 'no_access', 'the copy'],
  ['SQLITE_CORRUPT', 'corrupt', 'the database'],
  ['SQLITE_IOERR_READ', 'broken_disk', 'the database'],
])('%s while copying is %s of %s', async (code, problem, which) => {
  const store = tempStore();
  const to = join(tempDir(), 'copy.sqlite');
  const file = which === 'the copy' ? to : store.file;
  const backup = writeBackup(failing(store, code), to, async () => undefined);
  await expect(backup).rejects.toMatchObject({ problem, file, message: expect.stringContaining(file) });
  expect(existsSync(to)).toBe(false);
});
