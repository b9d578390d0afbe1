import type { Message } from '../model/finding.ts';
import type { Level } from '../model/status.ts';

/** What a document says about whose it is, as printed; see readMetadata. */
export interface DivisionEvidence {
  readonly title?: string;
  readonly agency?: string;
  readonly siteName?: string;
  /** Prose, read last: its paragraphs are copied from other places' reports. */
  readonly intro?: string;
  /** Of a picture: the text without the letters that were read unsurely; a name that may be another one is not in it. */
  readonly sureText?: string;
  /** Each of those letters and what else it could be, a line each. */
  readonly rivals?: string;
  readonly postcode?: string;
  readonly phone?: string;
  readonly url?: string;
  /** 网站标识码, ten digits. */
  readonly siteCode?: string;
}

export interface DivisionCandidate {
  readonly code: string;
  readonly name: string;
  /** Names and witnesses for the place, less those against it; only its order means something. */
  readonly score: number;
}

export interface CertainDivision {
  /** Six digits of GB/T 2260, as of 31 December of the year. */
  readonly code: string;
  readonly name: string;
  /** `township` when the report is a town's or subdistrict's: the code is then that of its county. */
  readonly level: Level;
  readonly province: string;
  readonly reason: Message;
  readonly candidates: readonly DivisionCandidate[];
}

export interface UncertainDivision {
  readonly code: null;
  readonly name: null;
  readonly level: null;
  readonly province: null;
  readonly reason: Message;
  readonly candidates: readonly DivisionCandidate[];
}

export type DivisionResult = CertainDivision | UncertainDivision;
