import { watchMemory } from '../../processes/watch-memory.ts';
import { staleParts } from '../../store/explore/summaries/parts.ts';
import { refreshPart } from '../../store/explore/summaries/refresh-summaries.ts';
import { openStore } from '../../store/open-store.ts';
import { StoreError } from '../../store/store-error.ts';
import type { SummaryReply } from './keep-summaries.ts';

/** The program of the process that sums up (see keep-summaries): a part each time it is asked, until its parent is gone. */
const [bytes = '', database = ''] = process.argv.slice(2);
watchMemory(Number(bytes));
process.on('disconnect', () => process.exit());
const store = openStore(database);

function sumUpOne(): { readonly summed: boolean } | { readonly error: string } {
  const [part] = staleParts(store, 1);
  if (!part) return { summed: false };
  try {
    refreshPart(store, part);
    return { summed: true };
  } catch (error) {
    // Somebody else is writing for long: the next time will do.
    if (error instanceof StoreError) return { summed: false };
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', () => {
  const reply: SummaryReply = { ...sumUpOne(), heldBytes: process.memoryUsage.rss() };
  process.send?.(reply);
});
process.send?.('ready');
