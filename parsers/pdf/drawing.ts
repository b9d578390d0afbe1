import type { Box } from './box.ts';
import type { Font, GraphicsState } from './graphics-state.ts';
import type { Pdfjs } from './load-pdfjs.ts';
import type { Matrix } from './matrix.ts';
import type { pathCodeOf } from './path-code.ts';
import type { Picture } from './picture-surfaces.ts';
import type { Glyph } from './read-glyphs.ts';
import type { Fill } from './see-glyphs.ts';

/** A page while its operator list is followed: the state of the pen and the ink left so far. */
export interface Drawing {
  state: GraphicsState;
  readonly stack: GraphicsState[];
  readonly glyphs: Glyph[];
  readonly boxes: Box[];
  readonly images: Box[];
  /** Opaque surfaces, white ones too: what they cover is not seen. */
  readonly fills: Fill[];
  /** Pictures that were drawn over text: whether they hide it is known when they are decoded. */
  readonly pictures: Picture[];
  /** Short strokes that are bent or slanted, by what bounds them: a pen's, through a number. */
  readonly scratches: Box[];
  /** For each open piece of marked content, whether its layer is shown. */
  readonly marks: boolean[];
  /** How many of them are not: nothing is seen within. */
  concealed: number;
  paths: number;
  runs: number;
  pendingClip: boolean;
  readonly isLayerShown: (layer: unknown) => boolean;
  readonly fonts: (id: string) => Font | null;
  readonly pathCode: ReturnType<typeof pathCodeOf>;
  readonly start: Matrix;
  readonly ops: Pdfjs['OPS'];
}

export type Args = readonly unknown[];
export type Operation = (drawing: Drawing, args: Args) => void;
export type Operations = readonly (readonly [op: number, operation: Operation])[];

/** Arguments come from a file that anybody may have written: what is no number is 0. */
export const numberFrom = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;
export const textFrom = (value: unknown): string => (typeof value === 'string' ? value : '');

type NumericKey = {
  [K in keyof GraphicsState]: GraphicsState[K] extends number ? K : never;
}[keyof GraphicsState];

/** The operation that sets a number of the state to its argument times `factor`. */
export const settingNumber =
  (key: NumericKey, factor = 1): Operation =>
  ({ state }, [value]) => {
    state[key] = numberFrom(value) * factor;
  };
