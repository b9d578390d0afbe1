/** A page as it is drawn for eyes: its picture, how far it was turned, and its size before that. */
export interface Sheet {
  readonly picture: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg';
  /** Of the picture, in pixels. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** In the unit of the places on it, as printed. */
  readonly size: { readonly width: number; readonly height: number };
  readonly quarter: 0 | 1 | 2 | 3;
  readonly pages: number;
}

/** Why a page was not drawn. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
  readonly fault: 'unrenderable' | 'too_large';

  constructor(fault: 'unrenderable' | 'too_large', message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
