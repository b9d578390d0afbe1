import type { CaptureRole } from '../capture-context.ts';
import type { IndexEntry } from '../index-file.ts';

/** The records of one WARC file, in their order. */
export interface IndexedFile {
  readonly file: string;
  readonly entries: readonly IndexEntry[];
}

/**
 * Why an answer need not be kept: a later one of the same address says what it says now (`superseded`); it brought no
 * document and none ever came from there (`failed`); it was asked for to see what a host says of pages that are not
 * there (`probe`).
 */
export const SWEEP_REASONS = ['superseded', 'failed', 'probe'] as const;
export type SweepReason = (typeof SWEEP_REASONS)[number];

export interface SweepRules {
  /** ISO 8601: what was fetched since then is kept. */
  readonly before: string;
  /** Whether the database has a report of this document; such a document is kept wherever it came from. */
  readonly isStored: (sha256: string) => boolean;
}

interface Answer {
  readonly entry: IndexEntry;
  readonly id: string;
  readonly role: CaptureRole;
  readonly address: string;
  readonly date: string;
  readonly round: string | undefined;
}

/**
 * The answers that may go, by the id of their record (requirement D-12). Kept always: every document of a report or an
 * attachment and every other answer of its address, what was imported, what each address answered last, and what a
 * later record that is kept says it is the same as.
 */
export function whatMayGo(
  files: readonly IndexedFile[],
  { before, isStored }: SweepRules,
): ReadonlyMap<string, SweepReason> {
  const answers = files.flatMap(answersOf);
  const last = new Map<string, Answer>();
  const withDocument = new Set<string>();
  for (const answer of answers) {
    const known = last.get(keyOf(answer));
    if (!known || answer.date >= known.date) last.set(keyOf(answer), answer);
    if (isDocument(answer)) withDocument.add(answer.address);
  }
  const go = new Map<string, SweepReason>();
  for (const answer of answers) {
    const isHeld = answer.entry.sha256 !== undefined && isStored(answer.entry.sha256);
    const isLast = answer.role !== 'probe' && isOfLastNight(answer, last.get(keyOf(answer)));
    if (answer.date >= before || isHeld || isLast) continue;
    const reason = reasonOf(answer, withDocument);
    if (reason !== null) go.set(answer.id, reason);
  }
  // From the newest on: what a record that is kept refers to may itself refer to an earlier one.
  for (const { entry, id } of answers.toReversed())
    if (entry.type === 'revisit' && entry.of !== undefined && !go.has(id)) go.delete(entry.of);
  return go;
}

const ANSWERS: ReadonlySet<string> = new Set(['response', 'revisit', 'resource']);

function answersOf({ entries }: IndexedFile): readonly Answer[] {
  const contexts = new Map(
    entries.flatMap((entry) => (entry.type === 'metadata' && entry.of ? [[entry.of, entry]] : [])),
  );
  return entries.flatMap((entry) => {
    const { type, id, uri, date } = entry;
    const { role, round } = contexts.get(id ?? '') ?? {};
    const isKnown = id !== undefined && uri !== undefined && date !== undefined && role !== undefined;
    return ANSWERS.has(type) && isKnown ? [{ entry, id, role, address: uri, date, round }] : [];
  });
}

/** In one night an address may give more than one answer: to what was posted, and the page that the browser made. */
const isOfLastNight = (answer: Answer, last: Answer | undefined): boolean =>
  answer === last || (answer.round !== undefined && answer.round === last?.round);

const keyOf = ({ role, address }: Answer): string => `${role} ${address}`;

const isDocument = ({ role, entry: { sha256, status = 200 } }: Answer): boolean =>
  (role === 'report' || role === 'attachment') && sha256 !== undefined && (status === 200 || status === 304);

function reasonOf({ role, address }: Answer, withDocument: ReadonlySet<string>): SweepReason | null {
  switch (role) {
    case 'probe':
      return 'probe';
    case 'list':
    case 'robots':
      return 'superseded';
    case 'report':
    case 'attachment':
      return withDocument.has(address) ? null : 'failed';
    case 'import':
      return null;
  }
}
