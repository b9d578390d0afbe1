import { extractText } from '../extract-text.ts';
import { makeEvidence } from '../make-evidence.ts';
import type { EvidenceAnswer, EvidenceTask, Reply } from './task.ts';
import { watchMemory } from './watch-memory.ts';

/** The program of the child process (see open-maker): one task after the other until its parent is gone. */
const mostBytes = Number(process.argv[2]);
if (Number.isFinite(mostBytes)) watchMemory(mostBytes);
process.on('disconnect', () => process.exit());
process.on('message', (task: EvidenceTask) => {
  void answer(task).then((done) => {
    process.send?.({ answer: done, heldBytes: process.memoryUsage.rss() } satisfies Reply);
  });
});
process.send?.('ready');

async function answer(task: EvidenceTask): Promise<EvidenceAnswer> {
  try {
    if (task.kind === 'text') return { kind: 'text', text: await extractText(task.bytes) };
    return { kind: 'show', made: await makeEvidence(task.bytes, task.view) };
  } catch (error) {
    return {
      kind: 'error',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
