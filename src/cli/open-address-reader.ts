import { decodeText } from '../../parsers/decode.ts';
import { sniffKind } from '../../parsers/index.ts';
import { fetchReport } from '../pipeline/fetch-report.ts';
import { type FetchingOptions, openFetching } from './fetching.ts';
import { likelyFamily } from './open-reach.ts';
import type { AddressReader } from './read-input.ts';
import type { Session } from './session.ts';

/** What fetches reports for `extract`, with the real parts. Throws UsageError for options that are wrong. */
export function openAddressReader(options: FetchingOptions, session: Session): AddressReader {
  const { http, browser, close } = openFetching(options, session);
  const deps = {
    ...{ fetcher: http, browser, recognise: likelyFamily },
    decode: (bytes: Uint8Array) => decodeText(bytes).text,
    isPage: (bytes: Uint8Array) => ['html', 'text'].includes(sniffKind(bytes)),
  };
  return { read: (url) => fetchReport(url, deps), close };
}
