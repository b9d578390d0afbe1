import { type Drawing, numberFrom, type Operation, type Operations, settingNumber } from './drawing.ts';
import { isNumberList, matrixFrom } from './matrix.ts';
import { readGlyphs, type ShownGlyph } from './read-glyphs.ts';
import { setFont } from './state-operations.ts';

/** Operations that move the pen and show text (ISO 32000-1, 9.3 and 9.4). */
export const textOperations = ({ ops }: Pick<Drawing, 'ops'>): Operations => [
  [ops.beginText, (drawing) => setTextMatrix(drawing, [1, 0, 0, 1, 0, 0])],
  [ops.setTextMatrix, setTextMatrix],
  [ops.moveText, moveText],
  [ops.setLeadingMoveText, setLeadingMoveText],
  [ops.setLeading, settingNumber('leading', -1)],
  [ops.nextLine, (drawing) => moveText(drawing, [0, drawing.state.leading])],
  [ops.setCharSpacing, settingNumber('charSpacing')],
  [ops.setWordSpacing, settingNumber('wordSpacing')],
  [ops.setHScale, settingNumber('hScale', 0.01)],
  [ops.setTextRise, settingNumber('rise')],
  [ops.setTextRenderingMode, settingNumber('renderingMode')],
  [ops.setFont, ({ state, fonts }, args) => setFont(state, fonts, args)],
  [ops.showText, showText],
];

const moveText: Operation = ({ state }, [x, y]) => {
  state.lineX += numberFrom(x);
  state.lineY += numberFrom(y);
  state.x = state.lineX;
  state.y = state.lineY;
};

const setLeadingMoveText: Operation = (drawing, args) => {
  drawing.state.leading = numberFrom(args[1]);
  moveText(drawing, args);
};

const setTextMatrix: Operation = ({ state }, args) => {
  state.textMatrix = matrixFrom(isNumberList(args[0]) ? args[0] : args);
  state.x = state.lineX = 0;
  state.y = state.lineY = 0;
};

const showText: Operation = (drawing, [shown]) => {
  if (!Array.isArray(shown)) return;
  for (const glyph of readGlyphs(
    drawing.state,
    shown as readonly (ShownGlyph | number | null)[],
    drawing.runs++,
  ))
    drawing.glyphs.push(drawing.concealed > 0 ? { ...glyph, seen: false, inked: false } : glyph);
};
