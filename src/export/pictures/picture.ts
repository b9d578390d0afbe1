import type { PlotOptions } from '@observablehq/plot';
import type { Message } from '../../model/finding.ts';
import type { Row } from '../release-table.ts';

/** A chart of a release with the very numbers that it shows. */
export interface Picture {
  /** Of its files: letters and underscores. */
  readonly name: string;
  readonly title: Message;
  readonly columns: readonly string[];
  /** What is drawn, no more and no less. */
  readonly rows: readonly Row[];
  readonly plot: (plot: typeof import('@observablehq/plot')) => PlotOptions;
}

/** Told apart by people who see few colours, and in print (Okabe and Ito, Color Universal Design). */
export const COLOURS = [
  '#0072b2',
  '#e69f00',
  '#d55e00',
  '#bbbbbb',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#f0e442',
] as const;

export const WIDTH = 900;

/** Paler than the paper's ink by colour, not by opacity, which not every program that draws SVG takes over. */
export const GRID = { stroke: '#dddddd', strokeOpacity: 1 } as const;
