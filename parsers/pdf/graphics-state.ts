import { type Box, intersectBox } from './box.ts';
import { IDENTITY, type Matrix } from './matrix.ts';

/** What pdf.js tells of a font on the main thread, as far as it is used here. */
export interface Font {
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly bbox?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
  readonly composite?: boolean;
  readonly differences?: readonly (string | undefined)[];
  readonly toUnicode?: { readonly _map?: readonly (string | number | undefined)[] };
}

/** The part of the graphics state (ISO 32000-1, 8.4) that decides where ink falls and whether it is seen. */
export interface GraphicsState {
  ctm: Matrix;
  clip: Box | null;
  lineWidth: number;
  fillSeen: boolean;
  /** The fill colour is so light that white text on it is not seen. */
  fillPale: boolean;
  strokeSeen: boolean;
  fillAlpha: number;
  strokeAlpha: number;
  /** Paint replaces what is below it: no blend mode but Normal. */
  replaces: boolean;
  font: Font | null;
  fontId: string;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling, 1 = 100 %. */
  hScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const startState = (ctm: Matrix): GraphicsState => ({
  ctm,
  clip: null,
  lineWidth: 1,
  fillSeen: true,
  fillPale: false,
  strokeSeen: true,
  fillAlpha: 1,
  strokeAlpha: 1,
  replaces: true,
  font: null,
  fontId: '',
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  hScale: 1,
  leading: 0,
  rise: 0,
  renderingMode: 0,
  textMatrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
});

/** Narrows the clip to a box; an empty one stays as a box without area, so that nothing is seen through it. */
export function narrowClip(state: GraphicsState, box: Box): void {
  const nothing = { x0: 0, y0: 0, x1: -1, y1: -1 };
  state.clip = state.clip ? (intersectBox(state.clip, box) ?? nothing) : box;
}
