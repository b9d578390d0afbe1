import type { Claim } from '../src/model/claim.ts';
import { findOwnName } from './claims/find-own-name.ts';
import { findTopics, type Topic } from './claims/find-topics.ts';
import { type FoldedText, foldText } from './claims/fold-text.ts';
import { readCounts } from './claims/read-counts.ts';
import { readZeros } from './claims/read-zeros.ts';
import type { Prose, Told } from './claims/told.ts';
import type { Paragraph } from './document.ts';

/** A paragraph without these tells no count; most paragraphs of a report are left here. */
const NUMBER_OR_DENIAL = /[件宗起例份项个次条０0零未没无]/;
const COUNTED =
  /申请|公开|结转|顺延|复议|诉讼|规范性文件|规章|行政许可|行政处罚|行政强制|答复|办结|受理|收到/;
/** Menus and cells of flattened tables have no punctuation. */
const PROSE = /[，。,；;：:]/;
/** A heading says what the paragraphs below it speak of. */
const LONGEST_HEADING = 40;

/**
 * The counts that prose tells of what the tables count, in the order of the text.
 *
 * Precision before recall: a count is claimed only when its phrase, the words between phrase and number and the
 * words before the phrase are all known (claims/phrases.ts, claims/context-words.ts). Not claimed at all:
 * approximate counts (400余件), sums of two variables (共收到…含上年结转), parts of a count (网上收到, 延期答复),
 * other years and several years (去年, 历年, 以来). Claimed with scope `other`: the count of another body (区政府办
 * 代表区政府…17件, 备案…行政复议, 各部门; 全市 in one office's report), a bare 累计, a part told after its whole,
 * and what unknown words qualify.
 *
 * @param year the report's year; it decides what 「2020年结转」 means. Null leaves such counts out.
 * @param agency whose report it is, where neither its title nor its opening sentence say so in these words
 */
export function readClaims(
  paragraphs: readonly Paragraph[],
  year: number | null,
  agency: string | null = null,
): Claim[] {
  const ownName = findOwnName(paragraphs) ?? agency;
  const claims: Claim[] = [];
  let topic: Topic | null = null;
  for (const paragraph of paragraphs) {
    const tells = mayTell(paragraph.text);
    if (!tells && paragraph.text.length > LONGEST_HEADING) continue;
    const folded = foldText(paragraph.text);
    const topics = findTopics(folded.text, topic);
    topic = topics.topics.at(-1) ?? topic;
    if (tells) claims.push(...readParagraph(paragraph, folded, { text: folded.text, topics, year, ownName }));
  }
  return claims;
}

function mayTell(text: string): boolean {
  return NUMBER_OR_DENIAL.test(text) && COUNTED.test(text) && PROSE.test(text);
}

function readParagraph(paragraph: Paragraph, folded: FoldedText, prose: Prose): Claim[] {
  const counted = readCounts(prose);
  return [...counted, ...readZeros(prose, counted)]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((told) => toClaim(paragraph, folded, told));
}

function toClaim(
  paragraph: Paragraph,
  { places }: FoldedText,
  { variable, value, scope, ...told }: Told,
): Claim {
  const from = places[told.start] ?? 0;
  const to = (places[told.end - 1] ?? from) + 1;
  const text = paragraph.text.slice(from, to);
  return { variable, value, text, start: paragraph.start + from, end: paragraph.start + to, scope };
}
