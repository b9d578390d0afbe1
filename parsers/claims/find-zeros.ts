import { isCovered, makeCover } from './cover.ts';
import { EVERYONE, PHRASES, type Phrase } from './phrases.ts';

/** A zero (or one number for several phrases) told without a count behind the phrase, in folded text. */
export interface ToldTogether {
  readonly variable: string;
  readonly topic: Phrase['topic'];
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const NOT = '(?:未|没有|没|无|零|尚未)';
const MET = '(?:再|曾)?(?:收到|受理|接到|接收|发生|产生|出现|有)(?:[和或及、](?:受理|处理|办理|答复))?';
/** The sentence must end the phrase here: 「未收到政府信息公开申请投诉」 is about complaints. */
const CLOSED = '(?=[，。,、;:!?()零]|$|和|及|以及|也|而|故|因此)';
const ASIDE = [
  '过',
  '到',
  '任何',
  '形式',
  '方式',
  '的',
  '书面',
  '群众',
  '公众',
  '社会',
  '市民',
  '人',
  '提出',
  '提交',
  '关于',
  '涉及',
];
const DISCLOSURE = ['政府', '信息', '公开', '依申请', '相关', '有效', '新'];
const APPLICATIONS_GAP = [...ASIDE, ...DISCLOSURE, '[一1][件起例宗]', EVERYONE].join('|');
const CHALLENGES_GAP = [
  ...[
    '发生',
    '出现',
    '产生',
    '收到',
    '引发',
    '引起',
    '导致',
    '涉及',
    '提起',
    '申请',
    '答复',
    '任何',
    '举报',
    '投诉',
  ],
  ...[
    '政府',
    '信息',
    '公开',
    '依申请',
    '政务',
    '工作',
    '问题',
    '方面',
    '相关',
    '不服',
    '案件',
    '当事人',
    '此',
  ],
  ...[
    '有',
    '被',
    '因',
    '由',
    '关',
    '于',
    '的',
    '而',
    '类',
    '和',
    '或',
    '及',
    '、',
    '就',
    '所',
    '[一1][件起例宗]',
  ],
].join('|');
/** Bounded: `CASE` and `LINK` share words, and two unbounded runs of them would cost the square of their length. */
const CASE = '(?:案件|案|申请|情况|事项|发生|提起|的|件|等){0,4}';
const LINK =
  '(?:、|，|,|和|及|或|与|以及)?(?:也|均|亦)?(?:未|没有|无|零)?(?:因|被|引发|引起|提起|发生|出现|有|政府|信息|公开|工作|的){0,8}';
const RECONSIDERATION = '(?:行政)?复议';
const LITIGATION = '(?:行政)?(?:诉讼|应诉)';

interface Zero {
  readonly variables: readonly string[];
  readonly topic: Phrase['topic'];
  readonly pattern: RegExp;
}

const bothChallenges = ['challenges.reconsideration.total', 'challenges.litigation.total'];

/** Tried in order at each place; a later one never starts inside an earlier one's piece. */
const ZEROS: readonly Zero[] = [
  {
    variables: ['applications.received_new.total'],
    topic: 'applications',
    pattern: new RegExp(
      `(?:(?:未|没有|没|尚未)${MET}|没有|无|零)(?:${APPLICATIONS_GAP})*(?:申请|依申请公开)(?:公开)?(?:政府)?(?:信息)?(?:件|书|事项|案件|情况|的)*${CLOSED}`,
      'g',
    ),
  },
  {
    variables: bothChallenges,
    topic: 'challenges',
    pattern: new RegExp(
      `${NOT}(?:${CHALLENGES_GAP})*(?:${RECONSIDERATION}${CASE}${LINK}${LITIGATION}|${LITIGATION}${CASE}${LINK}${RECONSIDERATION})${CASE}${CLOSED}`,
      'g',
    ),
  },
  {
    variables: ['challenges.reconsideration.total'],
    topic: 'challenges',
    pattern: new RegExp(`${NOT}(?:${CHALLENGES_GAP})*${RECONSIDERATION}${CASE}${CLOSED}`, 'g'),
  },
  {
    variables: ['challenges.litigation.total'],
    topic: 'challenges',
    pattern: new RegExp(`${NOT}(?:${CHALLENGES_GAP})*${LITIGATION}${CASE}${CLOSED}`, 'g'),
  },
  {
    variables: ['applications.carried_out.total'],
    topic: 'applications',
    pattern: /(?:无|没有|未)(?:申请|案件|事项)?(?:结转|顺延|转)(?:至|到|入)?下一?年度?/g,
  },
  {
    variables: ['applications.carried_in.total'],
    topic: 'applications',
    pattern: /(?:无|没有)上一?年度?结转|上一?年度?(?:无|没有)结转/g,
  },
  {
    variables: ['disclosure.normative_documents.issued'],
    topic: 'documents',
    pattern: new RegExp(`(?:未|没有)新?(?:制定|制发|出台|印发)(?:行政)?规范性文件${CLOSED}`, 'g'),
  },
];

const ANY_NOT = /[未没无零]/;

/** Denied counts: 「未收到政府信息公开申请」, 「未发生行政复议、行政诉讼」. */
export function findZeros(text: string): ToldTogether[] {
  if (!ANY_NOT.test(text)) return [];
  const found: ToldTogether[] = [];
  const taken = makeCover(text.length);
  for (const { variables, topic, pattern } of ZEROS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (topic === 'applications' && !/公开|结转|顺延|转/.test(match[0])) continue;
      if (topic === 'challenges' && isCovered(taken, { start, end })) continue;
      if (topic === 'challenges') taken.fill(1, start, end);
      for (const variable of variables) found.push({ variable, topic, value: 0, start, end });
    }
  }
  return found;
}

const listed = PHRASES.filter((phrase) => phrase.listed);
const LISTED = listed.map(({ variable, topic, heads }) => ({
  variable,
  topic,
  pattern: new RegExp(
    `(?:${heads.join('|')})(?:政府信息公开)?(?:申请|情况|案件|数量|件数|数|件)?[、，,和及与]?(?:以及)?$`,
  ),
}));
/** One number for the phrases before it: 「均为0」, 「各1件」, and 「为零」 without a unit. */
const TOGETHER =
  /(?:(?:均|都|皆)(?:为|是)?(?:0|零|无)|(?<!均|都|皆)为(?:0|零))(?:件|宗|起|例|次)?(?![\d.%])|各(?:为|有)?(\d{1,6})[件宗起例]/g;
const LONGEST_LABEL = 24;
const MOST_LABELS = 10;

/** One number told of a list of phrases: 「行政复议、行政诉讼均为0」. */
export function findToldTogether(text: string): ToldTogether[] {
  const found: ToldTogether[] = [];
  for (const match of text.matchAll(TOGETHER)) {
    const end = match.index + match[0].length;
    const value = Number(match[1] ?? 0);
    let at = match.index;
    for (let i = 0; i < MOST_LABELS; i++) {
      const label = labelBefore(text, at);
      if (!label) break;
      at = label.start;
      found.push({ variable: label.variable, topic: label.topic, value, start: label.start, end });
    }
  }
  return found;
}

function labelBefore(text: string, end: number): Pick<ToldTogether, 'variable' | 'topic' | 'start'> | null {
  const from = Math.max(0, end - LONGEST_LABEL);
  const window = text.slice(from, end);
  let best: Pick<ToldTogether, 'variable' | 'topic' | 'start'> | null = null;
  for (const { variable, topic, pattern } of LISTED) {
    const match = pattern.exec(window);
    if (match && (!best || from + match.index < best.start))
      best = { variable, topic, start: from + match.index };
  }
  return best;
}
