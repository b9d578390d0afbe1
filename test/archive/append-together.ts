import { appendExchange } from '../../src/archive/append-exchange.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { makeExchange } from './make-exchange.ts';

/** A process to trace: archives pages at one time into the folder given. */
const [dir = '', pages = '0'] = process.argv.slice(2);
const archive = await openArchive(dir);
await Promise.all(
  Array.from({ length: Number(pages) }, (_, n) =>
    appendExchange(
      archive,
      makeExchange({ url: `http://a.gov.cn/${n}`, payload: Buffer.from(`page ${n}`) }),
      {
        role: 'report',
      },
    ),
  ),
);
await archive.close();
