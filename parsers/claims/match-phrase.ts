import type { Count } from './find-counts.ts';
import { PHRASES, type Phrase } from './phrases.ts';

/** A phrase found at a count: `headStart` is where its words begin, `start` to `end` the whole telling piece. */
export interface PhraseMatch {
  readonly phrase: Phrase;
  readonly headStart: number;
  readonly start: number;
  readonly end: number;
  /** What stands in brackets between the phrase and the number: 「其他处理（含申请人主动撤回）341件」. */
  readonly note: string;
  readonly behind: boolean;
}

const LONGEST_LEAD = 60;
const LONGEST_NOTE = 48;
const DEFAULT_UNITS = '件宗起例份项个次';

/** What may stand between the number and a phrase behind it. */
const BEHIND = [
  '政府信息公开',
  '申请',
  '案件',
  '均',
  '已',
  '全部',
  '依法',
  '按照?规定',
  '[按依]照?《条例》(?:规定)?',
  '因?(?:尚|正)?在办理中?',
  '因?(?:尚)?未到(?:答复)?期限?',
  '继续',
  '将',
  '需',
  '属于',
  '为',
  '的',
  '作出',
  '于',
].join('|');
/** What may stand before a number whose phrase is behind it; more would make the number something else's. */
const FREE_LEAD = /(?:^|[,，、。;:!?()|])(?:其中|另外?|还|尚|共|剩余|其余|余下|对于?|将|有|含|包括|并有?)*$/;

interface CompiledPhrase {
  readonly phrase: Phrase;
  readonly units: string;
  readonly before: RegExp;
}

const compiled: readonly CompiledPhrase[] = PHRASES.map((phrase) => ({
  phrase,
  units: phrase.units ?? DEFAULT_UNITS,
  before: new RegExp(`(${phrase.heads.join('|')})(?:${phrase.between.join('|')})*$`),
}));

const behind = PHRASES.filter((phrase) => phrase.behind).map((phrase) => ({
  phrase,
  units: phrase.units ?? DEFAULT_UNITS,
  after: new RegExp(
    `^(?:${BEHIND}){0,5}(${phrase.heads.join('|')})(?![^,，、。;:!?()|]{0,6}[\\d〇零一二两三四五六七八九十])`,
  ),
}));

/** Cheap and decisive: every head holds one of these, so most numbers of a report are left at once. */
const ANY_HEAD = /[收理接新申民人业构织转留延结复供开诉文章可罚强制]/;

/** The phrase whose count this is, the longest that fits, or null. `year` decides 「2020年结转」. */
export function matchPhrase(text: string, count: Count, year: number | null): PhraseMatch | null {
  const { leadEnd, note } = skipNote(text, count.start);
  const from = Math.max(0, leadEnd - LONGEST_LEAD);
  const lead = text.slice(from, leadEnd);
  return matchBefore(lead, from, count, note, year) ?? matchBehind(text, lead, count, year);
}

function matchBefore(
  lead: string,
  from: number,
  count: Count,
  note: string,
  year: number | null,
): PhraseMatch | null {
  if (!ANY_HEAD.test(lead)) return null;
  let best: PhraseMatch | null = null;
  for (const { phrase, units, before } of compiled) {
    if (!units.includes(count.unit)) continue;
    const match = before.exec(lead);
    if (!match || !yearFits(phrase, match[1], year)) continue;
    const start = from + match.index;
    if (!best || start < best.start)
      best = { phrase, headStart: start, start, end: count.end, note, behind: false };
  }
  return best;
}

function matchBehind(text: string, lead: string, count: Count, year: number | null): PhraseMatch | null {
  if (!FREE_LEAD.test(lead) && !lead.endsWith('(')) return null;
  const tail = text.slice(count.end, count.end + LONGEST_LEAD);
  for (const { phrase, units, after } of behind) {
    const match = units.includes(count.unit) ? after.exec(tail) : null;
    if (!match || !yearFits(phrase, match[1], year)) continue;
    const end = count.end + match[0].length;
    return {
      phrase,
      headStart: end - (match[1]?.length ?? 0),
      start: count.start,
      end,
      note: '',
      behind: true,
    };
  }
  return null;
}

/** Steps over brackets without numbers that stand right before the number. */
function skipNote(text: string, end: number): { leadEnd: number; note: string } {
  if (text[end - 1] !== ')') return { leadEnd: end, note: '' };
  const from = Math.max(0, end - LONGEST_NOTE);
  const open = text.slice(from, end).lastIndexOf('(');
  const note = open < 0 ? '' : text.slice(from + open + 1, end - 1);
  return open < 0 || /\d/.test(note) ? { leadEnd: end, note: '' } : { leadEnd: from + open, note };
}

function yearFits(phrase: Phrase, head: string | undefined, year: number | null): boolean {
  const printed = phrase.yearOffset && /20\d\d/.exec(head ?? '');
  return !printed || (year !== null && Number(printed[0]) === year + (phrase.yearOffset ?? 0));
}
