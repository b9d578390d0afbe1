import { parentPort } from 'node:worker_threads';
import { decodeText } from '../../../parsers/decode.ts';
import type { ArticleReading, ListReading } from '../../../scrapers/families/family.ts';
import { FAMILIES } from '../../../scrapers/families/index.ts';
import type { FamilyId } from '../../model/source-entry.ts';
import { ownThread } from '../../processes/thread-time.ts';
import { type FetchedPage, readerOf } from './page-reader.ts';

/** What the thread is given, many at a time. */
export interface ReadTask {
  readonly as: 'list' | 'article';
  readonly family: FamilyId;
  readonly page: FetchedPage;
}

/** What it gives for each, in the same order. */
export type ReadAnswer = { readonly reading: ListReading | ArticleReading } | { readonly error: unknown };

/** What the thread tells: first by what name its processor time is found, then what it was asked for. */
export type ReaderTells =
  | { readonly kind: 'begun'; readonly thread: string | null }
  | { readonly kind: 'read'; readonly answers: readonly ReadAnswer[] };

const reader = readerOf(FAMILIES, (bytes) => decodeText(bytes).text);

async function answer({ as, family, page }: ReadTask): Promise<ReadAnswer> {
  try {
    return {
      reading: await (as === 'list' ? reader.readList(family, page) : reader.readArticle(family, page)),
    };
  } catch (error) {
    return { error };
  }
}

const tell = (message: ReaderTells): void => parentPort?.postMessage(message);

tell({ kind: 'begun', thread: ownThread() });
parentPort?.on('message', async (tasks: readonly ReadTask[]) => {
  tell({ kind: 'read', answers: await Promise.all(tasks.map(answer)) });
});
