import { createRequire } from 'node:module';
import { decodeSteps, type LineReading } from './ctc.ts';
import { type Gray, PAPER } from './raster.ts';

/** Reads images of single lines; each must be LINE_HEIGHT pixels high. */
export interface OcrEngine {
  readonly readLines: (lines: readonly Gray[]) => Promise<readonly LineReading[]>;
}

/** The height of the lines that the network was trained on (PP-OCRv4). */
export const LINE_HEIGHT = 48;
const CHANNELS = 3;
/** Lines are read together up to this many pixels of width: enough to keep the processor busy. */
const BATCH_WIDTH = 1600;

/**
 * Documents are read side by side by as many processes as there are cores: a session takes one, and does not burn
 * it while waiting.
 */
const SESSION = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  extra: { session: { intra_op: { allow_spinning: '0' } } },
};

/** As much of onnxruntime-node as is used here; its own types come with the optional stack only. */
interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}
interface Runtime {
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
  readonly InferenceSession: { readonly create: (path: string, options: object) => Promise<Session> };
}
interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly run: (feeds: Readonly<Record<string, Tensor>>) => Promise<Readonly<Record<string, Tensor>>>;
}

/** Where the parts of the optional OCR stack lie, and its list of characters; see scripts/ensure-ocr.mjs. */
export interface OcrStack {
  readonly runtime: string;
  readonly model: string;
  readonly characters: string;
}

/** Gives the engine, or null where the optional stack is not installed; the edge hands it in. */
export type LoadEngine = () => Promise<OcrEngine | null>;

/** @throws when the stack is there but cannot be loaded (another processor, a damaged file) */
export async function startEngine(stack: OcrStack | null): Promise<OcrEngine | null> {
  if (stack === null) return null;
  const runtime = createRequire(import.meta.url)(stack.runtime) as Runtime;
  const session = await runtime.InferenceSession.create(stack.model, SESSION);
  // Class 0 is the blank of the decoder, the last class is a space: the file lists what lies between.
  const alphabet = ['', ...stack.characters.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
  return { readLines: (lines) => readLines(runtime, session, alphabet, lines) };
}

async function readLines(
  runtime: Runtime,
  session: Session,
  alphabet: readonly string[],
  lines: readonly Gray[],
): Promise<readonly LineReading[]> {
  const readings = new Array<LineReading>(lines.length);
  for (const batch of batchesOf(lines)) {
    const width = Math.max(...batch.map((index) => lines[index]?.width ?? 1));
    const input = new runtime.Tensor('float32', networkInput(batch, lines, width), [
      batch.length,
      CHANNELS,
      LINE_HEIGHT,
      width,
    ]);
    const output = (await session.run({ [session.inputNames[0] ?? 'x']: input }))[
      session.outputNames[0] ?? ''
    ];
    const [, steps = 0, classes = 0] = output?.dims ?? [];
    if (!output || classes !== alphabet.length) throw new Error(`the OCR model has ${classes} classes`);
    for (const [row, index] of batch.entries()) {
      const own = output.data.subarray(row * steps * classes, (row + 1) * steps * classes);
      readings[index] = decodeSteps(own, alphabet, (lines[index]?.width ?? width) / width);
    }
  }
  return readings;
}

/** Lines of like width together, so that little paper is read. */
function batchesOf(lines: readonly Gray[]): readonly (readonly number[])[] {
  const order = [...lines.keys()].sort((a, b) => (lines[a]?.width ?? 0) - (lines[b]?.width ?? 0));
  const batches: number[][] = [];
  for (const index of order) {
    const batch = batches.at(-1);
    const width = lines[index]?.width ?? 0;
    const narrowest = lines[batch?.[0] ?? index]?.width ?? 0;
    const fits = batch && (batch.length + 1) * width <= BATCH_WIDTH && width <= narrowest * 1.25;
    if (fits) batch.push(index);
    else batches.push([index]);
  }
  return batches;
}

/** Grey levels from -1 to 1 in three equal channels; lines narrower than the batch end in paper. */
function networkInput(batch: readonly number[], lines: readonly Gray[], width: number): Float32Array {
  const plane = LINE_HEIGHT * width;
  const input = new Float32Array(batch.length * CHANNELS * plane).fill(1);
  for (const [row, index] of batch.entries()) {
    const line = lines[index];
    if (!line) continue;
    const start = row * CHANNELS * plane;
    for (let y = 0; y < LINE_HEIGHT; y++)
      for (let x = 0; x < line.width; x++)
        input[start + y * width + x] = ((line.data[y * line.width + x] ?? PAPER) / PAPER) * 2 - 1;
    for (let channel = 1; channel < CHANNELS; channel++)
      input.copyWithin(start + channel * plane, start, start + plane);
  }
  return input;
}
