import { watchMemory } from '../../processes/watch-memory.ts';
import { extractText } from '../extract-text.ts';
import { makeBody } from '../make-body.ts';
import { drawSheet } from '../pages/draw-sheet.ts';
import { SheetError } from '../pages/sheet.ts';
import type { EvidenceTask, Reply, TaskResults } from './task.ts';

/** The program of the child process (see open-maker): one task after the other until its parent is gone. */
const mostBytes = Number(process.argv[2]);
if (Number.isFinite(mostBytes)) watchMemory(mostBytes);
process.on('disconnect', () => process.exit());
process.on('message', (task: EvidenceTask) => {
  void reply(task).then((done) => process.send?.(done));
});
process.send?.('ready');

async function reply(task: EvidenceTask): Promise<Reply> {
  const heldBytes = () => process.memoryUsage.rss();
  try {
    const result = await run(task);
    return { result, heldBytes: heldBytes() };
  } catch (error) {
    if (error instanceof SheetError)
      return { result: { fault: error.fault, detail: error.message }, heldBytes: heldBytes() };
    return {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      heldBytes: heldBytes(),
    };
  }
}

function run(task: EvidenceTask): Promise<TaskResults[EvidenceTask['kind']]> {
  if (task.kind === 'text') return extractText(task.bytes);
  return task.kind === 'sheet' ? drawSheet(task.bytes, task.view) : makeBody(task.bytes, task.view);
}
