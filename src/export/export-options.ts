import type { Gazetteer } from '../places/gazetteer.ts';
import type { Store } from '../store/store.ts';
import type { RegisteredSource } from './coverage.ts';
import type { Gates, ReleaseData } from './release-data.ts';
import type { Format } from './release-table.ts';

export interface ExportOptions {
  readonly store: Store;
  /** The release's folder: it must not exist, or be empty. */
  readonly to: string;
  readonly formats: readonly Format[];
  /** Folder of the release before. */
  readonly since?: string;
  readonly gates: Gates;
  readonly data: ReleaseData;
  readonly gazetteer: Gazetteer;
  /** The registry: of which places and years reports are looked for. */
  readonly sources?: readonly RegisteredSource[];
  /** Folder of the archive: of which record each document is. */
  readonly archive?: string;
  /** Reserved for this release where it will be deposited. */
  readonly doi?: string;
  readonly softwareVersion: string;
  readonly signal?: AbortSignal;
  /** After each report, as often as `countPasses` says. */
  readonly onReport?: () => void;
  /** More than one: in threads of their own. The bytes do not depend on it. */
  readonly threads?: number;
}
