/** The numbers that pdf.js puts before the coordinates of a path; they changed inside version 5. */
interface PathCode {
  readonly moveTo: number;
  readonly lineTo: number;
  readonly curveTo: number;
  readonly quadraticCurveTo: number | null;
  readonly closePath: number;
}

/** pdfjs-dist up to 5.4.296: src/shared/util.js, DrawOPS, without quadratic curves. */
const EARLIER: PathCode = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: null, closePath: 3 };
/** pdfjs-dist from 5.4.394. */
const LATER: PathCode = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 };
const FIRST_LATER = [5, 4, 394] as const;

export function pathCodeOf(version: string): PathCode {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of FIRST_LATER.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted ? LATER : EARLIER;
  }
  return LATER;
}

/** One pen stroke: its corners, whether it returns to its start, whether a part of it is bent. */
export interface Subpath {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/**
 * The flat stream of `constructPath` → subpaths. Curves keep their control points, which bound them.
 *
 * @throws when the stream does not end where its last command ends: the byte code is not the expected one, and
 * every line on the page would be wrong
 */
export function decodePath(stream: ArrayLike<number>, code: PathCode): readonly Subpath[] {
  const subpaths: Subpath[] = [];
  let points: (readonly [number, number])[] = [];
  let curved = false;
  const end = (closed: boolean): void => {
    if (points.length > 0) subpaths.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  let at = 0;
  const take = (count: number): void => {
    for (let k = 0; k < count; k++, at += 2)
      points.push([stream[at] ?? Number.NaN, stream[at + 1] ?? Number.NaN]);
  };
  while (at < stream.length) {
    const command = stream[at++];
    if (command === code.moveTo) {
      end(false);
      take(1);
    } else if (command === code.lineTo) take(1);
    else if (command === code.curveTo || command === code.quadraticCurveTo) {
      curved = true;
      take(command === code.curveTo ? 3 : 2);
    } else if (command === code.closePath) {
      const start = points[0];
      end(true);
      // The current point after closing is the start (ISO 32000-1, 8.5.2.1).
      if (start && at < stream.length && stream[at] !== code.moveTo) points.push(start);
    } else throw new Error(`The path byte code of pdf.js is not the expected one: command ${command}`);
  }
  if (at !== stream.length)
    throw new Error('The path byte code of pdf.js is not the expected one: it ends early');
  end(false);
  return subpaths.filter((path) => path.points.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)));
}
