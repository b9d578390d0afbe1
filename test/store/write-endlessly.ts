import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open-store.ts';
import { writeTogether } from '../../src/store/write-together.ts';

/** A process to trace: writes rows that come together, and prints a line for each once it is told of. */
const [file = '', rows = '0'] = process.argv.slice(2);
const store = openStore(file);
store.sqlite.exec('CREATE TABLE note (text TEXT)');
const insert = store.sqlite.prepare('INSERT INTO note VALUES (?)');
await Promise.all(
  Array.from({ length: Number(rows) }, async (_, row) => {
    await writeTogether(store, () => insert.run(`row ${row}`));
    writeSync(1, `told ${row}\n`);
  }),
);
store.close();
