import {
  ADVERBS,
  ALL_CHANNELS,
  COMPARING,
  COORDINATED,
  NEGATED,
  NOT_MADE,
  ONE_CHANNEL,
  OTHER_BODY,
  OTHER_SUBJECT,
  OWN_BODY,
  PLACE_NAME,
  REASON,
  TIME,
  TIME_WORDS,
} from './context-words.ts';
import type { Phrase } from './phrases.ts';

/** What the sentence says of a count besides its phrase. */
export interface Context {
  /** Text before the phrase in its own clause. */
  readonly prefix: string;
  /** Text before the phrase in its sentence, closed brackets left out. */
  readonly sentence: string;
  readonly sentenceStart: number;
}

const LONGEST_SENTENCE = 160;

export function readContext(text: string, headStart: number): Context {
  const window = text.slice(Math.max(0, headStart - LONGEST_SENTENCE), headStart);
  const stop = lastIndexOfAny(window, '。;!?|');
  const sentence = window.slice(stop + 1).replace(/\([^()]*\)/g, '');
  const clause = sentence.slice(lastIndexOfAny(sentence, ',，:()') + 1);
  return {
    prefix: clause.slice(endOfLastCount(clause)),
    sentence,
    sentenceStart: headStart - window.length + stop + 1,
  };
}

function lastIndexOfAny(text: string, chars: string): number {
  for (let i = text.length - 1; i >= 0; i--) if (chars.includes(text.charAt(i))) return i;
  return -1;
}

function endOfLastCount(clause: string): number {
  const match = /^.*[\d〇零一二两三四五六七八九十百千万][件宗起例份项个次条]/.exec(clause);
  return match ? match[0].length : 0;
}

/** True for another year's count, or one of more years or of a part of the year. */
export function isOtherTime(sentence: string, year: number | null): boolean {
  let other = false;
  for (const match of sentence.matchAll(TIME)) {
    const [, comparing, printed, relative, own] = match;
    if (comparing) continue;
    if (printed) other = year !== null && Number(printed) !== year;
    else if (relative) other = true;
    else if (own) other = false;
  }
  return other;
}

/** 「累计」 counts several years unless the sentence names this one. */
export function isCumulative(sentence: string, piece: string, year: number | null): boolean {
  if (!piece.includes('累计') && !/累计$/.test(sentence)) return false;
  return !/全年|本年|今年|年内/.test(sentence) && !(year !== null && sentence.includes(`${year}年`));
}

/**
 * Whose count it is: `other` when a body within or beside the agency is the subject (区政府办, 各部门, 某街道),
 * `own` when the whole is, null when no subject is named and the sentence before decides.
 */
export function readSubject({ prefix, sentence }: Context, ownName: string | null): 'own' | 'other' | null {
  const here = lastBody(prefix, ownName);
  if (here) return here;
  const elsewhere = OTHER_SUBJECT.exec(sentence);
  if (elsewhere && !isOwn(elsewhere[0], ownName)) return 'other';
  return lastBody(sentence, ownName) === 'own' ? 'own' : null;
}

function lastBody(text: string, ownName: string | null): 'own' | 'other' | null {
  const own = [...text.matchAll(OWN_BODY)].at(-1);
  const other = [...text.matchAll(OTHER_BODY)].findLast((match) => {
    return !isOwn(text.slice(0, match.index + match[0].length), ownName);
  });
  if (own && own.index >= (other?.index ?? -1)) return isWholeOfOthers(own[0], ownName) ? 'other' : 'own';
  return other ? 'other' : null;
}

/**
 * 「县公安局」 in the report of 某县公安局, 「市政府办公厅代表市政府」 in the report of 某市政府办公厅, 「红旗街道」 and
 * 「街道」 alone in the report of 红旗街道办事处.
 */
function isOwn(text: string, ownName: string | null): boolean {
  if (ownName === null) return false;
  const body = text.replace(/代表$/, '');
  if (body.length >= 3 && ownName.endsWith(body.slice(-3))) return true;
  const [, before = '', kind = ''] = /(.?)(街道|镇|乡)$/.exec(body) ?? [];
  return (
    kind !== '' &&
    TOWNSHIP.test(ownName) &&
    ownName.includes(BEFORE_SUBJECT.test(before) ? kind : before + kind)
  );
}

/** What stands before a subject that is named by its kind alone: 「2021年街道收到…」. */
const BEFORE_SUBJECT = /^[^一-龥]?$|[年度月日来]/;

const OFFICE = /(?:局|委|委员会|厅|中心|支队|大队|公司|学校|学院|医院|站|所)$/;
const TOWNSHIP = /(?:街道|街道办事处|镇|乡|镇人民政府|乡人民政府|镇政府|乡政府)$/;

/** 「全市」 in the report of one office or township speaks of more than its tables. */
function isWholeOfOthers(words: string, ownName: string | null): boolean {
  if (ownName === null || !(OFFICE.test(ownName) || TOWNSHIP.test(ownName))) return false;
  return /[市县区省州旗盟]$|各级/.test(words);
}

export type PrefixReading = 'clear' | 'unknown' | 'veto';

/**
 * What the words before the phrase make of the count: `veto` when it is no count of this (未办结, 网上收到,
 * 较上年新增, two phrases with one number), `unknown` when words are left that nobody has classed.
 */
export function readPrefix(prefix: string, topic: Phrase['topic']): PrefixReading {
  if (prefix === '') return 'clear';
  if (NEGATED.test(prefix) || COORDINATED.test(prefix) || COMPARING.test(prefix)) return 'veto';
  if (topic === 'decisions' && NOT_MADE.test(prefix)) return 'veto';
  const rest = topic === 'applications' ? prefix.replace(ALL_CHANNELS, '') : prefix;
  if (topic === 'applications' && (ONE_CHANNEL.test(rest) || REASON.test(rest))) return 'veto';
  const left = rest.replace(TIME_WORDS, '').replace(ADVERBS, '').replace(PLACE_NAME, '');
  return left === '' ? 'clear' : 'unknown';
}
