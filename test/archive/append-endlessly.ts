import { writeSync } from 'node:fs';
import { appendExchange } from '../../src/archive/append-exchange.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { makeExchange } from './make-exchange.ts';

/** A process to kill: archives pages into the folder given and prints the place of each once it is told. */
const [dir = '', pages = '0'] = process.argv.slice(2);
const archive = await openArchive(dir, { fileLimitBytes: 200_000 });
for (let n = 0; n < Number(pages); n++) {
  const page = `http://a.gov.cn/${process.pid}/${n}`;
  const exchange = makeExchange({ url: page, payload: Buffer.from(page.repeat(1 + (n % 500))) });
  const { place } = await appendExchange(archive, exchange, { role: 'report' });
  writeSync(1, `${JSON.stringify(place)}\n`);
}
await archive.close();
