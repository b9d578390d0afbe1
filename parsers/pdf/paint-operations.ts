import { type Box, boxOfPoints, height, intersectBox, width } from './box.ts';
import { type Drawing, numberFrom, type Operation, type Operations } from './drawing.ts';
import { narrowClip } from './graphics-state.ts';
import { composeMatrix, isNumberList, type Matrix, mapX, mapY, matrixFrom, scaleOf } from './matrix.ts';
import { paintBoxes, roundedSurface, THIN_PT } from './paint-boxes.ts';
import { decodePath, type Subpath } from './path-code.ts';
import { scratchesOf } from './scratches.ts';
import { mappedBox } from './state-operations.ts';

/** Operations that paint paths and images, and clips. */
export const paintOperations = ({ ops }: Pick<Drawing, 'ops'>): Operations => [
  [ops.clip, awaitClip],
  [ops.eoClip, awaitClip],
  [ops.constructPath, constructPath],
  [ops.paintImageXObject, picture],
  [ops.paintInlineImageXObject, picture],
  [ops.paintImageMaskXObject, oneImage],
  [ops.paintSolidColorImageMask, oneImage],
  [ops.paintImageXObjectRepeat, repeatedImage],
  [ops.paintImageMaskXObjectRepeat, repeatedMask],
  [ops.paintInlineImageXObjectGroup, (drawing, [, images]) => imageGroup(drawing, images)],
  [ops.paintImageMaskXObjectGroup, (drawing, [images]) => imageGroup(drawing, images)],
];

/** The path that follows a clip operation is its outline. */
function awaitClip(drawing: Drawing): void {
  drawing.pendingClip = true;
}

/** Path and painting are one operation in pdf.js 5: args are the painting operator, the path, its bounds. */
const constructPath: Operation = (drawing, [paint, data]) => {
  const stream = Array.isArray(data) ? data[0] : undefined;
  if (isNumberList(stream)) {
    const subpaths = decodePath(stream, drawing.pathCode);
    if (drawing.concealed === 0) paintPath(drawing, numberFrom(paint), subpaths);
    if (drawing.pendingClip) clipTo(drawing, subpaths);
  }
  drawing.pendingClip = false;
};

function paintPath(drawing: Drawing, paint: number, subpaths: readonly Subpath[]): void {
  const { ops } = drawing;
  const close = [ops.closeStroke, ops.closeFillStroke, ops.closeEOFillStroke].includes(paint);
  const stroke = close || [ops.stroke, ops.fillStroke, ops.eoFillStroke].includes(paint);
  const fill =
    paint !== ops.closeStroke &&
    (close || [ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke].includes(paint));
  if (!fill && !stroke) return;
  drawing.paths++;
  const boxes = paintBoxes(subpaths, drawing.state, { fill, stroke, close });
  for (const box of boxes) drawing.boxes.push(box);
  const { state } = drawing;
  if (fill) {
    const filled = { fill: true, stroke: false, close: false };
    const own = state.fillSeen ? boxes : paintBoxes(subpaths, { ...state, fillSeen: true }, filled);
    const rounded = roundedSurface(subpaths, state);
    coverWith(drawing, rounded ? [...own, rounded] : own, { pale: state.fillPale, alpha: state.fillAlpha });
  }
  if (!stroke) return;
  if (state.lineWidth * scaleOf(state.ctm) > SURFACE_PT) {
    const drawn = paintBoxes(subpaths, { ...state, strokeSeen: true }, { fill: false, stroke, close });
    coverWith(drawing, drawn, { pale: !state.strokeSeen, alpha: state.strokeAlpha });
  }
  if (state.strokeSeen && drawing.scratches.length < MOST_SCRATCHES)
    drawing.scratches.push(...scratchesOf(subpaths, state.ctm));
}

/** A narrower shape is a stroke through a digit and not a surface over it. */
const SURFACE_PT = 3;
/** A drawing has more; a pen strikes few numbers out. */
const MOST_SCRATCHES = 1000;
/** Scans have some strips a page, and a page of icons has many. */
const MOST_PICTURES = 200;

interface Paint {
  readonly pale: boolean;
  readonly alpha: number;
}

/** Surfaces hide what they are painted over. Lines do not, and transparent paint does not. */
function coverWith({ state, fills, glyphs }: Drawing, boxes: readonly Box[], { pale, alpha }: Paint): void {
  if (!state.replaces || alpha < 1) return;
  for (const box of boxes) {
    if (Math.min(width(box), height(box)) > SURFACE_PT) fills.push({ ...box, pale, glyphs: glyphs.length });
  }
}

function clipTo({ state }: Drawing, subpaths: readonly Subpath[]): void {
  const corners = subpaths.flatMap(({ points }) =>
    points.map(([x, y]) => [mapX(state.ctm, x, y), mapY(state.ctm, x, y)] as const),
  );
  if (corners.length > 0) narrowClip(state, boxOfPoints(corners));
}

/** An image fills the unit square (ISO 32000-1, 8.9.5); some print drivers draw lines with stretched pixels. */
function paintImage(drawing: Drawing, place: Matrix): void {
  if (drawing.concealed > 0) return;
  const box = mappedBox(composeMatrix(drawing.state.ctm, place), [0, 0, 1, 1]);
  drawing.images.push(box);
  if (Math.min(width(box), height(box)) <= THIN_PT) drawing.boxes.push(box);
}

const oneImage: Operation = (drawing) => paintImage(drawing, [1, 0, 0, 1, 0, 0]);

/** A mask shows what is below it through its holes; a picture may show nothing of it. */
const picture: Operation = (drawing, [image]) => {
  oneImage(drawing, []);
  const { state, pictures, glyphs, concealed } = drawing;
  if (concealed > 0 || glyphs.length === 0 || pictures.length >= MOST_PICTURES) return;
  if (!state.replaces || state.fillAlpha < 1) return;
  const box = mappedBox(state.ctm, [0, 0, 1, 1]);
  const shown = state.clip === null ? box : intersectBox(box, state.clip);
  if (shown) pictures.push({ ...shown, image, glyphs: glyphs.length });
};

const repeatedImage: Operation = (drawing, [, scaleX, scaleY, positions]) =>
  paintAt(drawing, [numberFrom(scaleX), 0, 0, numberFrom(scaleY)], positions);

const repeatedMask: Operation = (drawing, [, a, b, c, d, positions]) =>
  paintAt(drawing, [numberFrom(a), numberFrom(b), numberFrom(c), numberFrom(d)], positions);

function paintAt(
  drawing: Drawing,
  [a, b, c, d]: readonly [number, number, number, number],
  positions: unknown,
): void {
  if (!isNumberList(positions)) return;
  for (let k = 0; k + 1 < positions.length; k += 2)
    paintImage(drawing, [a, b, c, d, positions[k] ?? 0, positions[k + 1] ?? 0]);
}

function imageGroup(drawing: Drawing, images: unknown): void {
  if (!Array.isArray(images)) return;
  for (const image of images as readonly { readonly transform?: unknown }[])
    paintImage(drawing, matrixFrom(image?.transform));
}
