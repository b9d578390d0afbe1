import type { SourceReach } from '../sources/source-reach.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** Builds what reaches the sources: the polite client, the families, the parsers. Tests hand in their own. */
export type OpenReach = (session: Session) => Promise<SourceReach>;

/** Until the client is there, a command that needs it says so. Throws UsageError. */
export const openReach: OpenReach = async () => {
  throw new UsageError(TEXTS.networkLater);
};
