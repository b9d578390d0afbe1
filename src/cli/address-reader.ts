import type { FetchingOptions } from './fetching.ts';
import type { AddressReader } from './read-input.ts';
import type { Session } from './session.ts';

/** Opens the polite client when the first address is read, and closes it when it was opened. */
export function addressReader(options: FetchingOptions, session: Session): AddressReader {
  let opened: Promise<AddressReader> | undefined;
  return {
    read: async (url) => {
      opened ??= import('./open-address-reader.ts').then(({ openAddressReader }) =>
        openAddressReader(options, session),
      );
      return (await opened).read(url);
    },
    close: async () => (await opened)?.close(),
  };
}
