import type { Damage } from './degrade.ts';

/** How pages are scanned: dots an inch, and what goes wrong. */
export interface Variant extends Damage {
  readonly dpi: number;
  /** What the pages are delivered in: a PDF; one long picture; a web page that shows the pages, or the tables only. */
  readonly as?: 'pdf' | 'png' | 'jpeg' | 'html pages' | 'html tables';
}

export const VARIANTS: Readonly<Record<string, Variant>> = {
  clean: { dpi: 200 },
  'fine-300': { dpi: 300, degrees: 0.3, quality: 70 },
  'coarse-150': { dpi: 150, degrees: -0.6, quality: 75 },
  'coarse-120': { dpi: 120, degrees: 0.4, quality: 80 },
  'coarse-100': { dpi: 100, degrees: -0.2, quality: 80 },
  'skew-1': { dpi: 200, degrees: 1, noise: 6, quality: 70 },
  'skew-3': { dpi: 200, degrees: -3, noise: 6, quality: 70 },
  'skew-left': { dpi: 150, degrees: 2.4, noise: 4, quality: 60 },
  noise: { dpi: 200, degrees: 0.5, noise: 22, quality: 60 },
  blur: { dpi: 200, degrees: -0.5, blur: 1.5, quality: 60 },
  'jpeg-40': { dpi: 150, degrees: 0.7, noise: 5, quality: 40 },
  'jpeg-60': { dpi: 150, degrees: -1.4, noise: 3, quality: 60 },
  grey: { dpi: 200, degrees: 0.5, paper: 190, shadow: 50, noise: 8, quality: 60 },
  stamp: { dpi: 200, degrees: -0.8, stamp: 'set', quality: 70 },
  'stamp-hides': { dpi: 200, degrees: 0.4, stamp: 'hides', quality: 70 },
  broken: { dpi: 200, degrees: 0.6, brokenRules: 0.06, quality: 70 },
  dirt: { dpi: 200, degrees: 0.3, dirt: 1500, quality: 60 },
  fax: { dpi: 200, degrees: 0.4, noise: 10, fax: true },
  'fax-150': { dpi: 150, degrees: -0.3, noise: 4, fax: true },
  'turn-90': { dpi: 200, degrees: 0.5, turn: 90, quality: 70 },
  'turn-180': { dpi: 150, degrees: -0.7, turn: 180, quality: 70 },
  'turn-270': { dpi: 150, degrees: 0.4, turn: 270, quality: 70 },
  worst: { dpi: 120, degrees: 1.7, noise: 15, blur: 0.7, paper: 215, shadow: 30, quality: 45 },
  png: { dpi: 110, as: 'png' },
  jpeg: { dpi: 150, degrees: 0.3, noise: 4, quality: 70, as: 'jpeg' },
  'html-pages': { dpi: 110, quality: 80, as: 'html pages' },
  'html-tables': { dpi: 96, as: 'html tables' },
  'html-tables-jpeg': { dpi: 130, quality: 60, noise: 4, as: 'html tables' },
};
