import type { FormBlock, FormColumn } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import type { Interval } from './intervals.ts';

/**
 * The columns of a table part as printed, left to right. `intervals` are their places when the header's geometry
 * is coherent; else only their order is known. `score` is the share of columns whose label was recognised, times
 * the share of header labels that these columns explain.
 */
export interface Columns {
  readonly block: FormBlock;
  readonly slots: readonly FormColumn[];
  readonly intervals: readonly Interval[] | null;
  /** The places of the labels alone, without the blank cells behind them that `intervals` take in. */
  readonly labels: readonly Interval[] | null;
  readonly score: number;
  /** Grid columns that the header takes; 0 when no header was printed. */
  readonly width: number;
  /** Columns whose labels are other words than the form's, with what is printed instead. */
  readonly doubtful: ReadonlyMap<FormColumn, string>;
  /** Money units that the header prints for a column (单位：元). */
  readonly units: ReadonlyMap<FormColumn, string>;
}

export type HeaderRow = readonly GridCell[];

/** Columns by their labels alone, before it is known what else the header prints of them. */
export type Found = Omit<Columns, 'units' | 'width' | 'doubtful'>;
