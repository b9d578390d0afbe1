import type { Language } from '../../model/status.ts';
import type { Paint } from './paint.ts';

/** How text is written for a reader. */
export interface TextView {
  readonly lang: Language;
  readonly paint: Paint;
  /** Columns that a line may take. */
  readonly width: number;
}
