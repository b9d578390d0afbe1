import { type Box, boxOfPoints } from './box.ts';
import {
  type Args,
  type Drawing,
  numberFrom,
  type Operation,
  type Operations,
  settingNumber,
  textFrom,
} from './drawing.ts';
import { type GraphicsState, narrowClip, startState } from './graphics-state.ts';
import { composeMatrix, isNumberList, type Matrix, mapX, mapY, matrixFrom } from './matrix.ts';

const DEEPEST_STATE = 1000;
/** White paint on white paper is not seen; near white is (zebra shading starts at f5). */
const WHITE = /^#f[a-f]f[a-f]f[a-f]$/i;

/** Operations on the graphics state: matrices, groups, colours, transparency. */
export const stateOperations = ({ ops }: Pick<Drawing, 'ops'>): Operations => [
  [ops.save, save],
  [ops.restore, restore],
  [ops.transform, transform],
  [ops.paintFormXObjectBegin, beginForm],
  [ops.paintFormXObjectEnd, restore],
  [ops.beginGroup, save],
  [ops.endGroup, restore],
  [ops.beginAnnotation, beginAnnotation],
  [ops.endAnnotation, restore],
  [ops.beginMarkedContent, (drawing) => openMark(drawing, true)],
  [ops.beginMarkedContentProps, beginLayer],
  [ops.endMarkedContent, closeMark],
  [ops.setLineWidth, settingNumber('lineWidth')],
  [ops.setGState, setGState],
  [ops.setFillRGBColor, (drawing, [colour]) => seeFill(drawing, isSeen(colour), isPale(colour))],
  [ops.setStrokeRGBColor, (drawing, [colour]) => seeStroke(drawing, isSeen(colour))],
  [ops.setFillColorN, (drawing) => seeFill(drawing, true)],
  [ops.setStrokeColorN, (drawing) => seeStroke(drawing, true)],
  [ops.setFillTransparent, (drawing) => seeFill(drawing, false)],
  [ops.setStrokeTransparent, (drawing) => seeStroke(drawing, false)],
];

/** Marks what belongs to a layer (optional content). */
export const LAYER = 'OC';

const beginLayer: Operation = (drawing, [tag, layer]) =>
  openMark(drawing, tag !== LAYER || drawing.isLayerShown(layer));

function openMark(drawing: Drawing, isShown: boolean): void {
  if (drawing.marks.length >= DEEPEST_STATE) return;
  drawing.marks.push(isShown);
  if (!isShown) drawing.concealed++;
}

function closeMark(drawing: Drawing): void {
  if (drawing.marks.pop() === false) drawing.concealed--;
}

const isSeen = (colour: unknown): boolean => !(typeof colour === 'string' && WHITE.test(colour));

/** On a ground lighter than this share of white, white text is not seen. */
const PALE = 0.8;

/** Relative luminance (Rec. 709) of a colour as pdf.js writes it, `#rrggbb`. */
function isPale(colour: unknown): boolean {
  if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/i.test(colour)) return false;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 > PALE;
}

function seeFill({ state }: Drawing, seen: boolean, pale = false): void {
  state.fillSeen = seen;
  state.fillPale = pale;
}

function seeStroke({ state }: Drawing, seen: boolean): void {
  state.strokeSeen = seen;
}

function save(drawing: Drawing): void {
  if (drawing.stack.length < DEEPEST_STATE) drawing.stack.push({ ...drawing.state });
}

function restore(drawing: Drawing): void {
  drawing.state = drawing.stack.pop() ?? drawing.state;
}

const transform: Operation = ({ state }, args) => {
  state.ctm = composeMatrix(state.ctm, matrixFrom(args));
};

const beginForm: Operation = (drawing, [matrix, bbox]) => {
  save(drawing);
  if (isNumberList(matrix)) transform(drawing, Array.from(matrix));
  if (isNumberList(bbox)) narrowClip(drawing.state, mappedBox(drawing.state.ctm, Array.from(bbox)));
};

/** An annotation starts afresh (pdf.js src/display/canvas.js, beginAnnotation). */
const beginAnnotation: Operation = (drawing, [, , toPage, matrix]) => {
  save(drawing);
  const state = startState(drawing.start);
  state.ctm = composeMatrix(composeMatrix(state.ctm, matrixFrom(toPage)), matrixFrom(matrix));
  drawing.state = state;
};

const setGState: Operation = ({ state, fonts }, [entries]) => {
  if (!Array.isArray(entries)) return;
  for (const [key, value] of entries as readonly (readonly [string, unknown])[]) {
    if (key === 'ca') state.fillAlpha = numberFrom(value);
    else if (key === 'CA') state.strokeAlpha = numberFrom(value);
    else if (key === 'BM') state.replaces = value === 'source-over' || value === 'Normal';
    else if (key === 'LW') state.lineWidth = numberFrom(value);
    else if (key === 'Font' && Array.isArray(value)) setFont(state, fonts, value);
  }
};

export function setFont(state: GraphicsState, fonts: Drawing['fonts'], [id, size]: Args): void {
  state.fontId = textFrom(id);
  state.font = fonts(state.fontId);
  state.fontSize = numberFrom(size);
}

/** The box around a box that is mapped. */
export function mappedBox(m: Matrix, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Box {
  const corner = (x: number, y: number) => [mapX(m, x, y), mapY(m, x, y)] as const;
  return boxOfPoints([corner(x0, y0), corner(x1, y0), corner(x1, y1), corner(x0, y1)]);
}
