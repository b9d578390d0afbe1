import { LRUCache } from 'lru-cache';
import { sniffKind } from '../../../parsers/sniff.ts';
import { ChildDied } from '../../processes/open-child.ts';
import { type Children, type ChildrenOptions, openChildren } from '../../processes/open-children.ts';
import { programBeside } from '../../processes/program-beside.ts';
import type { EvidenceFailure, EvidenceView, MadeEvidence } from '../evidence.ts';
import { copySheet } from '../pages/copy-sheet.ts';
import { pageOf } from '../pages/page-of.ts';
import type { Sheet } from '../pages/sheet.ts';
import { EVIDENCE_WORDS } from '../words.ts';
import type { EvidenceTask, Reply, TaskResults } from './task.ts';

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

const LIMITS: ChildrenOptions = {
  ...{ processes: 2, timeoutMs: 60_000, memoryMb: 512, idleMs: 120_000 },
  program: programBeside(import.meta.url, 'child'),
};
const CACHE_BYTES = 64 * 1024 * 1024;

/** Processes start with the first document; the caller closes the maker. */
export function openMaker({ cacheBytes = CACHE_BYTES, ...limits }: MakerOptions = {}): EvidenceMaker {
  const children = openChildren<EvidenceTask, Reply>({ ...LIMITS, ...limits });
  const once = keepResults(children, cacheBytes);
  return {
    show: async ({ sha256, bytes }, view) => {
      if (!isPaged(bytes, view)) return once(sha256, { kind: 'body', bytes, view });
      const { zoom, turn } = view;
      const page = pageOf(view);
      // Without the places: another cell of the same page costs no new picture.
      const sheet = await once(sha256, { kind: 'sheet', bytes, view: { page, zoom, turn } });
      return 'fault' in sheet ? sheet : showSheet(sheet, page, view);
    },
    text: async ({ bytes }) => {
      const text = await runTask(children, { kind: 'text', bytes });
      return typeof text === 'string' ? text : null;
    },
    pids: children.pids,
    close: children.close,
  };
}

/** PDFs and images; and a web page whose cells were read from a picture in it is shown as that picture. */
function isPaged(bytes: Uint8Array, { places }: EvidenceView): boolean {
  const kind = sniffKind(bytes);
  if (kind === 'html') return places.some(({ source }) => source.kind === 'ocr');
  return kind === 'pdf' || kind === 'image';
}

function showSheet(sheet: Sheet, page: number, view: EvidenceView): MadeEvidence {
  const { pages } = sheet;
  const alt = EVIDENCE_WORDS[view.lang].page(page, pages);
  const { markup, lit } = copySheet(sheet, { number: page, widthPercent: view.zoom, alt }, view.places);
  return { body: markup, lit, scaled: true, page, pages };
}

/** Runs tasks; one whose result is kept, or that is running already, is not run again. */
function keepResults(children: Children<EvidenceTask, Reply>, maxSize: number) {
  const kept = new LRUCache<string, TaskResults[EvidenceTask['kind']]>({ maxSize, sizeCalculation: sizeOf });
  const running = new Map<string, Promise<TaskResults[EvidenceTask['kind']]>>();
  const runAndKeep = async (key: string, task: EvidenceTask): Promise<TaskResults[EvidenceTask['kind']]> => {
    const result = await runTask(children, task).finally(() => running.delete(key));
    kept.set(key, result);
    return result;
  };
  return <Task extends Exclude<EvidenceTask, { kind: 'text' }>>(
    sha256: string,
    task: Task,
  ): Promise<TaskResults[Task['kind']]> => {
    const key = `${sha256} ${task.kind} ${JSON.stringify(task.view)}`;
    const known = kept.get(key);
    const result = known === undefined ? (running.get(key) ?? runAndKeep(key, task)) : Promise.resolve(known);
    if (known === undefined) running.set(key, result);
    return result as Promise<TaskResults[Task['kind']]>;
  };
}

/** What an entry costs besides its text or picture. */
const ENTRY_BYTES = 1000;

function sizeOf(result: TaskResults[EvidenceTask['kind']]): number {
  if (typeof result === 'string') return ENTRY_BYTES + result.length * 2;
  if ('body' in result) return ENTRY_BYTES + result.body.length * 2;
  return ENTRY_BYTES + ('picture' in result ? result.picture.byteLength : 0);
}

async function runTask<Task extends EvidenceTask>(
  children: Children<EvidenceTask, Reply>,
  task: Task,
): Promise<TaskResults[Task['kind']] | EvidenceFailure> {
  const reply = await children.run(task).catch(faultOf);
  if ('error' in reply) throw new Error(reply.error);
  return reply.result as TaskResults[Task['kind']];
}

/** What the document did to its process. */
function faultOf(error: unknown): { readonly result: EvidenceFailure } {
  if (!(error instanceof ChildDied)) throw error;
  return { result: { fault: error.why === 'crash' ? 'unrenderable' : 'too_large', detail: error.message } };
}
