import { LRUCache } from 'lru-cache';
import type { EvidenceView, MadeEvidence } from '../evidence.ts';
import { ChildDied } from './open-child.ts';
import { type ChildrenOptions, openChildren } from './open-children.ts';
import type { EvidenceAnswer } from './task.ts';

/** Makes evidence in processes that can be killed: what hangs or bursts one costs that document only. */
export interface EvidenceMaker {
  /** A limit that was reached is a fault. Throws what a broken program throws. */
  show(document: NamedBytes, view: EvidenceView): Promise<MadeEvidence>;
  /** The words of a document; null when it cannot be read within the limits. */
  text(document: NamedBytes): Promise<string | null>;
  /** Processes that are running now. */
  pids(): readonly number[];
  close(): void;
}

export interface NamedBytes {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface MakerOptions extends Partial<ChildrenOptions> {
  /** What is kept of finished work. */
  readonly cacheBytes?: number;
}

const LIMITS: ChildrenOptions = { processes: 2, timeoutMs: 60_000, memoryMb: 512, idleMs: 120_000 };
const CACHE_BYTES = 64 * 1024 * 1024;
/** What an entry costs besides its text. */
const ENTRY_BYTES = 1000;

/** Processes start with the first document; the caller closes the maker. */
export function openMaker({ cacheBytes = CACHE_BYTES, ...limits }: MakerOptions = {}): EvidenceMaker {
  const { run, pids, close } = openChildren({ ...LIMITS, ...limits });
  const made = new LRUCache<string, MadeEvidence>({
    maxSize: cacheBytes,
    sizeCalculation: (one) => ENTRY_BYTES + ('body' in one ? one.body.length * 2 : 0),
  });
  /** Asked for twice before it is there, it is made once. */
  const waiting = new Map<string, Promise<MadeEvidence>>();
  const showAnew = async (key: string, bytes: Uint8Array, view: EvidenceView): Promise<MadeEvidence> => {
    const answer = await run({ kind: 'show', bytes, view }).catch(faultOf);
    if (answer.kind !== 'show') throw new Error(answer.kind === 'error' ? answer.message : answer.kind);
    made.set(key, answer.made);
    return answer.made;
  };
  return {
    show: async ({ sha256, bytes }, view) => {
      const key = `${sha256} ${JSON.stringify(view)}`;
      const known = made.get(key) ?? waiting.get(key);
      if (known) return known;
      const work = showAnew(key, bytes, view).finally(() => waiting.delete(key));
      waiting.set(key, work);
      return work;
    },
    text: async ({ bytes }) => {
      const answer = await run({ kind: 'text', bytes }).catch(faultOf);
      return answer.kind === 'text' ? answer.text : null;
    },
    ...{ pids, close },
  };
}

/** What the document did to its process. */
function faultOf(error: unknown): EvidenceAnswer {
  if (!(error instanceof ChildDied)) throw error;
  const fault = error.why === 'crash' ? 'unrenderable' : 'too_large';
  return { kind: 'show', made: { fault, detail: error.message } };
}
