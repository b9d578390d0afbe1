import type { Figures } from './figures.ts';
import {
  applicationVariable,
  challengeVariable,
  type DisclosureLayout,
  type OtherHandling,
  resultGroups,
} from './form.ts';
import { chineseNumeral } from './numerals.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';

/** The counts a narrative speaks of. By default they are those of the tables. */
export type Facts = {
  readonly received: number;
  readonly carriedIn: number;
  readonly processed: number;
  readonly carriedOut: number;
  readonly granted: number;
  readonly part: number;
  readonly refused: number;
  readonly unavailable: number;
  readonly rejected: number;
  readonly other: number;
  readonly natural: number;
  readonly organisations: number;
  readonly reconsideration: number;
  readonly upheld: number;
  readonly corrected: number;
  readonly otherResult: number;
  readonly pending: number;
  readonly direct: number;
  readonly after: number;
};

const total = (figures: Figures, row: string): number => figures.get(applicationVariable(row, 'total')) ?? 0;
const challenge = (figures: Figures, block: string, column: string): number =>
  figures.get(challengeVariable(block, column)) ?? 0;

export const factsOf = (figures: Figures, other: OtherHandling): Facts => {
  const group = (id: string): number => {
    const found = resultGroups(other).find((candidate) => candidate.id === id);
    const rows = found === undefined || found.rows.length === 0 ? [id] : found.rows.map((row) => row.id);
    return rows.reduce((sum, row) => sum + total(figures, row), 0);
  };
  const natural = figures.get(applicationVariable('received_new', 'natural_person')) ?? 0;
  return {
    received: total(figures, 'received_new'),
    carriedIn: total(figures, 'carried_in'),
    processed: total(figures, 'total_processed'),
    carriedOut: total(figures, 'carried_out'),
    granted: group('granted'),
    part: group('granted_in_part'),
    refused: group('refused'),
    unavailable: group('unavailable'),
    rejected: group('rejected'),
    other: group('other'),
    natural,
    organisations: total(figures, 'received_new') - natural,
    reconsideration: challenge(figures, 'reconsideration', 'total'),
    upheld: challenge(figures, 'reconsideration', 'upheld'),
    corrected: challenge(figures, 'reconsideration', 'corrected'),
    otherResult: challenge(figures, 'reconsideration', 'other'),
    pending: challenge(figures, 'reconsideration', 'pending'),
    direct: challenge(figures, 'litigation_direct', 'total'),
    after: challenge(figures, 'litigation_after_reconsideration', 'total'),
  };
};

/** Claims that can be made false, with the variable the finding must name. */
export const MISMATCHES = {
  received: applicationVariable('received_new', 'total'),
  processed: applicationVariable('total_processed', 'total'),
  carriedIn: applicationVariable('carried_in', 'total'),
  carriedOut: applicationVariable('carried_out', 'total'),
  granted: applicationVariable('granted', 'total'),
  reconsideration: challengeVariable('reconsideration', 'total'),
} as const satisfies Partial<Record<keyof Facts, string>>;
export type Mismatch = keyof typeof MISMATCHES;

export type ProseContent = {
  readonly place: Place;
  /** 全市, 全县, 我局: who the counts are about. */
  readonly who: string;
  readonly year: number;
  readonly facts: Facts;
  readonly figures: Figures;
  readonly layout: DisclosureLayout;
  /** The plainest wording only, so that a claim made false is the only doubtful one. */
  readonly plain: boolean;
  readonly traps: number;
};

type Phrase = (content: ProseContent, random: Random) => string;
type Option = { readonly fits?: (facts: Facts) => boolean; readonly write: Phrase };

const rate = (part: number, whole: number): string => ((part / whole) * 100).toFixed(2).replace(/\.?0+$/, '');

/** Divides a count into named parts that add up to it. */
const parts = (random: Random, count: number, names: readonly string[]): string => {
  let left = count;
  return names
    .map((name, at) => {
      const share = at === names.length - 1 ? left : random.integer(0, left);
      left -= share;
      return `${name}${share}件`;
    })
    .join('、');
};

const PLAIN_RECEIVED: Phrase = ({ year, who, facts: f }) =>
  `${year}年，${who}共收到政府信息公开申请${f.received}件，上年结转${f.carriedIn}件，办结${f.processed}件，结转下年度继续办理${f.carriedOut}件。`;

const RECEIVED: readonly Option[] = [
  { write: PLAIN_RECEIVED },
  {
    write: ({ year, who, facts: f }) =>
      `坚持依法规范答复政府信息公开申请，${year}年${who}共收到政府信息公开申请${f.received}件，答复${f.processed}件（上年结转${f.carriedIn}件），均在法定期限内予以答复。`,
  },
  {
    write: ({ who, facts: f }) =>
      `全年${who}新收政府信息公开申请${f.received}件，加上上年度结转${f.carriedIn}件，共计${f.received + f.carriedIn}件，已办结${f.processed}件，剩余${f.carriedOut}件结转下一年度办理。`,
  },
  {
    fits: (f) => f.carriedIn > 0 && f.carriedOut > 0,
    write: ({ who, facts: f }) =>
      `${who}共受理政府信息公开申请${f.received}件；答复政府信息公开申请${f.processed}件（含上年度结转申请${f.carriedIn}件，另有${f.carriedOut}件申请按照《条例》顺延到下年度答复）。`,
  },
  {
    fits: (f) => f.carriedIn > 0,
    write: ({ who, facts: f }, random) =>
      `${who}全年共收办政府信息公开申请案件${f.received + f.carriedIn}件（含上年结转${f.carriedIn}件），${random.pick(['转下年度办理', '转下一年度办理'])}${f.carriedOut}件。`,
  },
  {
    write: ({ year, who, facts: f }) =>
      `${year}年，${who}新收依申请公开${f.received}件，其中自然人申请${f.natural}件、法人或其他组织申请${f.organisations}件；上年结转${f.carriedIn}件；答复${f.processed}件。`,
  },
  {
    fits: (f) => f.received > 3,
    write: ({ who, facts: f }, random) =>
      `${who}共收到政府信息公开申请${f.received}件，其中${parts(
        random,
        f.received,
        random.pick([
          ['网上申请', '信函申请', '当面申请'],
          ['当面申请', '网络申请', '邮寄申请', '传真申请'],
        ]),
      )}，均按时依法办理。`,
  },
  {
    write: ({ who, facts: f }) =>
      `${who}共办理政府信息公开申请${f.received + f.carriedIn}件，其中新收${f.received}件、上年结转${f.carriedIn}件；办结${f.processed}件，转下一年度办理${f.carriedOut}件。`,
  },
  {
    fits: (f) => f.received > 0 && f.received < 1000,
    write: ({ year, who, facts: f }) =>
      `${year}年度，${who}共收到政府信息公开申请${chineseNumeral(f.received)}件，办结${chineseNumeral(f.processed)}件，结转下年${chineseNumeral(f.carriedOut)}件。`,
  },
  {
    fits: (f) => f.received === 0,
    write: ({ year, who }) => `${year}年，${who}未收到政府信息公开申请。`,
  },
  {
    fits: (f) => f.received > 20,
    write: ({ who, facts: f }, random) => {
      const before = random.integer(Math.ceil(f.received / 2), f.received - 1);
      const growth = rate(f.received - before, before);
      const base = random.chance(0.5) ? `较上年（${before}件）增长${growth}%` : `同比增长${growth}%`;
      return `${who}共收到政府信息公开申请${f.received}件，${base}；上年结转${f.carriedIn}件，办结${f.processed}件，结转下年度${f.carriedOut}件。`;
    },
  },
  {
    fits: (f) => f.received > 5,
    write: ({ year, who, facts: f }, random) => {
      const before = f.received + random.integer(1, f.received);
      return `${year}年${who}受理政府信息公开申请${f.received}件，较${year - 1}年的${before}件减少${before - f.received}件，下降${rate(before - f.received, before)}%。`;
    },
  },
  {
    write: ({ year, who, facts: f }) =>
      `${year}年，${who}收到的政府信息公开申请数量为${f.received}件，上年度结转政府信息公开申请${f.carriedIn}件，本年度办理结果总计${f.processed}件，结转下年度继续办理${f.carriedOut}件。`,
  },
  {
    fits: (f) => f.processed > 12 && f.carriedIn === 0,
    write: ({ who, facts: f }) =>
      `${who}全年收到政府信息公开申请${f.received}件，已答复${f.processed}件，其中${f.processed - 8}件按期办结，8件申请人主动撤销。`,
  },
];

const PLAIN_RESULTS: Phrase = ({ facts: f }) =>
  `其中予以公开${f.granted}件，部分公开${f.part}件，不予公开${f.refused}件，无法提供${f.unavailable}件，不予处理${f.rejected}件，其他处理${f.other}件。`;

const RESULTS: readonly Option[] = [
  { write: PLAIN_RESULTS },
  {
    fits: (f) => f.processed > 0,
    write: ({ facts: f }) =>
      `从答复情况看，予以公开${f.granted}件，占${rate(f.granted, f.processed)}%；部分公开${f.part}件，占${rate(f.part, f.processed)}%；不予公开${f.refused}件，占${rate(f.refused, f.processed)}%；因本机关不掌握等原因无法提供${f.unavailable}件，占${rate(f.unavailable, f.processed)}%；不予处理${f.rejected}件，占${rate(f.rejected, f.processed)}%；其他处理${f.other}件。`,
  },
  {
    write: ({ facts: f }) =>
      `办理结果为：予以公开${f.granted}件、部分公开${f.part}件、不予公开${f.refused}件、无法提供${f.unavailable}件、不予处理${f.rejected}件、作其他处理（含申请人主动撤回申请）${f.other}件。`,
  },
  {
    write: ({ facts: f }) =>
      `予以公开及部分公开${f.granted + f.part}件；不予公开${f.refused}件；因本机关不掌握等原因无法提供${f.unavailable}件；不予处理${f.rejected}件；其他处理${f.other}件。`,
  },
  {
    write: ({ facts: f }) =>
      `已答复的申请中，“予以公开”${f.granted}件，“部分公开”${f.part}件，其余均按规定告知申请人。`,
  },
  { write: () => '' },
];

const PLAIN_CHALLENGES: Phrase = ({ facts: f }) =>
  `全年因政府信息公开引发行政复议${f.reconsideration}件、行政诉讼${f.direct + f.after}件。`;

const CHALLENGES: readonly Option[] = [
  { write: PLAIN_CHALLENGES },
  { write: ({ facts: f }) => `信息公开类行政复议${f.reconsideration}件，诉讼${f.direct + f.after}件。` },
  {
    write: ({ facts: f }) =>
      `因政府信息公开工作被申请行政复议${f.reconsideration}件，被提起行政诉讼${f.direct + f.after}件。`,
  },
  {
    fits: (f) => f.reconsideration > 0,
    write: ({ facts: f }) =>
      `本年度政府信息公开行政复议案件${f.reconsideration}件，其中结果维持${f.upheld}件、结果纠正${f.corrected}件、其他结果${f.otherResult}件、尚未审结${f.pending}件；行政诉讼案件${f.direct + f.after}件，其中未经复议直接起诉${f.direct}件、复议后起诉${f.after}件。`,
  },
  {
    fits: (f) => f.reconsideration + f.direct + f.after === 0,
    write: () => '全年未发生因政府信息公开引发的行政复议和行政诉讼。',
  },
  { write: () => '' },
];

const disclosure = (content: ProseContent, row: string, column: string): number =>
  content.figures.get(`disclosure.${row}.${column}`) ?? 0;

const RULES_2021: readonly Phrase[] = [
  (c) =>
    `全年制发行政规范性文件${disclosure(c, 'normative_documents', 'issued')}件，废止${disclosure(c, 'normative_documents', 'repealed')}件，现行有效${disclosure(c, 'normative_documents', 'in_force')}件。`,
  (c) =>
    `全面清理并集中公开现行有效行政规范性文件${disclosure(c, 'normative_documents', 'in_force')}件，作出行政许可决定${disclosure(c, 'licences', 'decisions')}件、行政处罚决定${disclosure(c, 'penalties', 'decisions')}件、行政强制决定${disclosure(c, 'compulsory_measures', 'decisions')}件。`,
  () => '持续推进行政规范性文件集中公开，做好政策文件的立改废释和动态更新。',
];

const RULES_2019: readonly Phrase[] = [
  (c) =>
    `新制作规范性文件${disclosure(c, 'normative_documents', 'made')}件，新公开规范性文件${disclosure(c, 'normative_documents', 'newly_disclosed')}件，对外公开总数量${disclosure(c, 'normative_documents', 'total_disclosed')}件。`,
  () => '重点公开规划计划、财政预决算、重大建设项目等信息。',
];

/** Sentences with counts of something else: other bodies, other years, other matters. */
const TRAPS: readonly Phrase[] = [
  ({ place, who, facts: f }, random) =>
    who === '我局'
      ? `全系统各下属单位另收到咨询类来件${random.integer(30, 90)}件，已全部答复。`
      : `其中，${place.name}人民政府办公室代表本级政府办理政府信息公开申请${random.integer(1, Math.max(2, Math.floor(f.received / 2)))}件。`,
  (_, random) =>
    `全年办理人大代表建议${random.integer(20, 300)}件、政协提案${random.integer(20, 300)}件，办结率、答复率均为100%。`,
  (_, random) => {
    const letters = random.integer(300, 9000);
    return `12345政务服务便民热线共受理群众诉求${letters}件，办结${letters - random.integer(0, 9)}件；收到网民留言${random.integer(40, 900)}条，答复${random.integer(30, 40)}条。`;
  },
  (_, random) =>
    `行政复议机关全年收到行政复议申请${random.integer(60, 400)}件，受理${random.integer(20, 59)}件；备案的行政复议案件${random.integer(100, 190)}件，办理行政应诉案件${random.integer(5, 90)}件，均不属于政府信息公开领域。`,
  ({ year }, random) =>
    `回顾${year - 1}年，收到政府信息公开申请${random.integer(2000, 3000)}件，答复${random.integer(1900, 2000)}件。`,
  (_, random) =>
    `从承办单位看，城关镇收到申请${random.integer(3, 30)}件，自然资源局收到申请${random.integer(3, 30)}件，住建局收到申请${random.integer(3, 30)}件。`,
  (_, random) =>
    `全年通过政府门户网站主动公开各类信息${random.integer(800, 20000)}条，其中政策解读${random.integer(10, 200)}条，政务新媒体发布${random.integer(300, 9000)}条，总访问量${random.integer(20, 400)}万人次。`,
  (_, random) =>
    `全年受理信访事项${random.integer(30, 900)}件，办结${random.integer(20, 30)}件，结转下年${random.integer(1, 9)}件。`,
  (_, random) =>
    `备案审查部门报送的规范性文件${random.integer(100, 300)}件；对${random.integer(30, 90)}件规范性文件开展合法性审核。`,
  ({ year }, random) =>
    `${year - 2}至${year}年三年间累计办理政府信息公开申请${random.integer(5000, 9999)}件。`,
];

const choose = (options: readonly Option[], plain: Phrase, content: ProseContent, random: Random): string => {
  if (content.plain) return plain(content, random);
  const fitting = options.filter((option) => option.fits?.(content.facts) ?? true);
  return random.pick(fitting).write(content, random);
};

/** The paragraphs of 一、总体情况. */
export const writeOverview = (content: ProseContent, random: Random): readonly string[] => {
  const { place, year } = content;
  const rules = content.layout === '2021' ? RULES_2021 : RULES_2019;
  const traps = random.shuffle(TRAPS).slice(0, content.traps);
  const trap = (): string => traps.pop()?.(content, random) ?? '';
  return [
    `${year}年，${place.name}坚持以习近平新时代中国特色社会主义思想为指导，以公开为常态、不公开为例外，持续提升政府信息公开工作质效。`,
    `（一）${random.pick(['主动公开情况', '主动公开', '主动公开政府信息情况'])}。${random.pick(rules)(content, random)}${trap()}`,
    `（二）${random.pick(['依申请公开情况', '依申请公开', '政府信息公开申请情况', '收到和处理政府信息公开申请情况'])}。${choose(RECEIVED, PLAIN_RECEIVED, content, random)}${choose(RESULTS, PLAIN_RESULTS, content, random)}${trap()}`,
    `（三）政府信息管理情况。严格落实信息发布“三审三校”制度，全年开展专项检查${random.integer(2, 12)}次。${trap()}`,
    `（四）${random.pick(['监督保障情况', '监督保障', '政府信息公开行政复议、行政诉讼情况'])}。${choose(CHALLENGES, PLAIN_CHALLENGES, content, random)}${trap()}组织业务培训${random.integer(1, 9)}次，参训${random.integer(20, 900)}人次。`,
  ].filter((paragraph) => paragraph.length > 0);
};

const PROBLEMS: readonly Phrase[] = [
  () =>
    '一是主动公开的深度还需加强；二是依申请公开答复的规范性有待提高。下一步将进一步加强业务培训，细化工作流程。',
  (_, random) =>
    `（一）主要问题。政策解读形式较为单一，图解类解读仅占${random.integer(20, 60)}%。（二）改进情况。针对上一年度存在的${random.integer(2, 5)}个问题，已全部整改到位。`,
  () =>
    '存在问题：部分单位对政府信息公开工作重视不够，公开内容不够全面。改进措施：强化督促指导，把政府信息公开工作纳入年度绩效考核。',
];

const OTHERS: readonly Phrase[] = [
  () => '本年度未收取信息处理费，无其他需要报告的事项。',
  () => '按照《政府信息公开信息处理费管理办法》，本年度发出收费通知0件，总金额0元，实际收取信息处理费0元。',
  (_, random) =>
    `本年度发出收费通知${random.integer(1, 3)}件，总金额${random.integer(100, 900)}元，实际收取总金额${random.integer(10, 100)}元。`,
  (_, random) =>
    `${random.integer(3, 90)}件人大代表建议、${random.integer(3, 90)}件政协提案办理复文已按要求公开。无其他需要报告的事项。`,
  () => '无。',
];

export const writeProblems = (content: ProseContent, random: Random): string =>
  random.pick(PROBLEMS)(content, random);
export const writeOthers = (content: ProseContent, random: Random): string =>
  random.pick(OTHERS)(content, random);
