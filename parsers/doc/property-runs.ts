import { sliceOf } from './bytes.ts';
import { readSprms, type Sprm } from './sprms.ts';

/** Modifiers of a stretch of bytes of the main stream. */
export interface PropertyRun {
  readonly from: number;
  readonly to: number;
  readonly sprms: readonly Sprm[];
}

const PAGE = 512;
/** A page number has 22 bits ([MS-DOC] 2.9.181). */
const PAGE_NUMBER = 0x3fffff;

type ReadGroup = (page: Buffer, index: number, count: number) => Buffer | null;

/** Runs of character properties: PlcBteChpx and its pages ([MS-DOC] 2.8.5, 2.9.33). */
export function characterRuns(pages: Buffer, main: Buffer): readonly PropertyRun[] {
  return readRuns(pages, main, (page, index, count) => {
    const offset = 2 * page.readUInt8(4 * (count + 1) + index);
    return offset === 0 ? null : sliceOf(page, offset + 1, page.readUInt8(offset));
  });
}

/** Runs of paragraph properties: PlcBtePapx and its pages (2.8.6, 2.9.174); the style's number comes first. */
export function paragraphRuns(pages: Buffer, main: Buffer): readonly PropertyRun[] {
  return readRuns(pages, main, (page, index, count) => {
    const offset = 2 * page.readUInt8(4 * (count + 1) + 13 * index);
    if (offset === 0) return null;
    const words = page.readUInt8(offset);
    const [from, size] =
      words === 0 ? [offset + 2, 2 * page.readUInt8(offset + 1)] : [offset + 1, 2 * words - 1];
    return size < 2 ? null : sliceOf(page, from + 2, size - 2);
  });
}

function readRuns(pages: Buffer, main: Buffer, readGroup: ReadGroup): readonly PropertyRun[] {
  const count = Math.floor((pages.length - 4) / 8);
  const runs: PropertyRun[] = [];
  for (let index = 0; index < count; index++) {
    const number = pages.readUInt32LE(4 * (count + 1) + 4 * index) & PAGE_NUMBER;
    const page = sliceOf(main, number * PAGE, PAGE);
    const inPage = page.readUInt8(PAGE - 1);
    for (let run = 0; run < inPage; run++) {
      const group = readGroup(page, run, inPage);
      runs.push({
        from: page.readUInt32LE(4 * run),
        to: page.readUInt32LE(4 * run + 4),
        sprms: group ? readSprms(group) : [],
      });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

/** The run that holds a byte, by binary search. */
export function runAt(runs: readonly PropertyRun[], offset: number): PropertyRun | null {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.to ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  const run = runs[low];
  return run && run.from <= offset ? run : null;
}
