import type { Box } from '../pdf/box.ts';
import type { Character } from '../pdf/character.ts';
import type { PageImage } from './to-gray.ts';

/** One page of a scan, and the size in points of the page that its image shows. */
export interface ScanPage {
  /** Number of the page in its document, from 1. */
  readonly page: number;
  readonly image: PageImage;
  readonly width: number;
  readonly height: number;
  /** Text that a PDF prints over its picture, in pixels of the image. */
  readonly typed?: readonly Character[];
}

/** Printed pages and the pictures on them that may be tables, in points of reading space: y grows downwards. */
export type PicturesByPage = ReadonlyMap<number, readonly Box[]>;
