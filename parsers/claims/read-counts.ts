import type { Claim } from '../../src/model/claim.ts';
import { CHROME, NOT_OF_DISCLOSURE } from './context-words.ts';
import { findCounts } from './find-counts.ts';
import { isSpokenOf } from './is-spoken-of.ts';
import { matchPhrase, type PhraseMatch } from './match-phrase.ts';
import {
  type Context,
  isCumulative,
  isOtherTime,
  readContext,
  readPrefix,
  readSubject,
} from './read-context.ts';
import { includesCarriedIn, isRowOfGroup } from './sums.ts';
import type { Prose, Told } from './told.ts';

/** What the counts before leave to the next: whose counts these are, and what the sentence counts. */
interface Thread {
  readonly subject: Claim['scope'];
  readonly sentenceStart: number;
  /** The subject to return to when a sentence's 「其中，县政府办…」 is over. */
  readonly outer: Claim['scope'];
  /** The variable of a row's total told last in this sentence, of which 「自然人申请N件」 is a column. */
  readonly row: string | null;
  /** The topics of counts in this sentence and of challenges in this paragraph. */
  readonly saw: ReadonlySet<string>;
}

const NEW_THREAD: Thread = {
  subject: 'agency',
  sentenceStart: -1,
  outer: 'agency',
  row: null,
  saw: new Set(),
};
const RECEIVED = 'applications.received_new.total';

/** The counts of one paragraph that are told as number and unit, in order. */
export function readCounts(prose: Prose): Told[] {
  const told: Told[] = [];
  let thread = NEW_THREAD;
  for (const count of findCounts(prose.text)) {
    const match = matchPhrase(prose.text, count, prose.year);
    if (!match) continue;
    const context = readContext(prose.text, match.headStart);
    thread = openSentence(thread, context);
    const judged = judge(prose, match, context, thread);
    if (!judged) continue;
    thread = follow(thread, match, context, judged.subject);
    if (includesCarriedIn(prose.text, match) || isRowOfGroup(match)) continue;
    const { phrase, start, end } = match;
    told.push({ variable: phrase.variable, value: count.value, scope: judged.scope, start, end });
  }
  return told;
}

function openSentence(thread: Thread, { sentenceStart }: Context): Thread {
  if (sentenceStart === thread.sentenceStart) return thread;
  const saw = new Set([...thread.saw].filter((topic) => topic === 'challenges'));
  return { ...thread, sentenceStart, subject: thread.outer, row: null, saw };
}

function follow(
  thread: Thread,
  { phrase }: PhraseMatch,
  { sentence }: Context,
  subject: Claim['scope'],
): Thread {
  const { topic, variable } = phrase;
  return {
    ...thread,
    subject,
    outer: sentence.includes('其中') ? thread.outer : subject,
    row: topic === 'applications' && variable.endsWith('.total') ? variable : thread.row,
    saw: thread.saw.has(topic) ? thread.saw : new Set([...thread.saw, topic]),
  };
}

interface Judged {
  readonly scope: Claim['scope'];
  readonly subject: Claim['scope'];
}

/** Whose count it is, or null when it is no count of the phrase's variable. */
function judge(prose: Prose, match: PhraseMatch, context: Context, thread: Thread): Judged | null {
  const { phrase, behind } = match;
  const piece = prose.text.slice(match.start, match.end);
  const told = piece.includes('累计') ? `${context.sentence}累计` : context.sentence;
  if (CHROME.test(context.sentence) || isOtherTime(told, prose.year)) return null;
  const rest = restOfSentence(prose.text, match.end);
  if (NOT_OF_DISCLOSURE.test(rest) || phrase.unless?.test(`${context.sentence}|${rest}`)) return null;
  const continued = thread.saw.has(phrase.topic);
  if (!continued && !isSpokenOf(prose, { topic: phrase.topic, start: match.start, end: match.end }, context))
    return null;
  if (isColumn(phrase.variable) && thread.row !== null && thread.row !== RECEIVED) return null;
  const prefix = behind ? 'clear' : readPrefix(context.prefix, phrase.topic);
  if (prefix === 'veto' || (prefix === 'unknown' && phrase.unknownBefore === 'drop')) return null;
  const named = readSubject(context, prose.ownName);
  const subject = named === null ? thread.subject : named === 'own' ? 'agency' : 'other';
  const doubtful =
    (prefix === 'unknown' && phrase.unknownBefore === 'other') ||
    isToldAgain(phrase.variable, piece, thread) ||
    isOfGovernmentAlone(phrase.topic, context.prefix) ||
    isCumulative(context.sentence, piece, prose.year);
  return { scope: doubtful ? 'other' : subject, subject };
}

/** As far as a sentence goes on behind a count. */
const REACH = 120;

function restOfSentence(text: string, from: number): string {
  const rest = text.slice(from, from + REACH);
  const stop = rest.search(/[。!?|]/);
  return stop < 0 ? rest : rest.slice(0, stop);
}

function isColumn(variable: string): boolean {
  return variable.startsWith('applications.received_new.') && variable !== RECEIVED;
}

/** 「办结47件，其中按期办结40件」: the second is a part of the first; 「新收」 says that the first was the sum. */
function isToldAgain(variable: string, piece: string, thread: Thread): boolean {
  return variable === thread.row && !piece.includes('新收');
}

/** 「县政府制发规范性文件5件」: the table counts its departments' documents too. */
function isOfGovernmentAlone(topic: PhraseMatch['phrase']['topic'], prefix: string): boolean {
  return topic === 'documents' && /政府(?!信息)/.test(prefix);
}
