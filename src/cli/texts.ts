import type { Message } from '../model/finding.ts';
import { AUDIT_TEXTS } from './audit-texts.ts';
import { BACKUP_TEXTS } from './backup-texts.ts';
import { COMMAND_TEXTS } from './command-texts.ts';
import { ERROR_TEXTS } from './error-texts.ts';
import { GC_TEXTS } from './gc-texts.ts';
import { HELP_TEXTS } from './help-texts.ts';
import { OUTPUT_TEXTS } from './output-texts.ts';
import { RELEASE_TEXTS } from './release-texts.ts';
import { REVIEW_TEXTS } from './review-texts.ts';

/** A text, or a text with numbers and names to fill in. Leaving out a language does not compile. */
// biome-ignore lint/suspicious/noExplicitAny: the parameters are checked where a text is used.
type Text = Message | ((...parts: any[]) => Message);

/**
 * Everything the command line says to a person, in both languages, side by side. Used as
 * `TEXTS.sourcesGood(3)[lang]`. Names that come from documents or the file system are escaped by the caller.
 */
export const TEXTS = {
  ...BACKUP_TEXTS,
  ...GC_TEXTS,
  ...AUDIT_TEXTS,
  ...RELEASE_TEXTS,
  ...REVIEW_TEXTS,
  ...HELP_TEXTS,
  ...COMMAND_TEXTS,
  ...ERROR_TEXTS,
  ...OUTPUT_TEXTS,
} as const satisfies Record<string, Text>;
