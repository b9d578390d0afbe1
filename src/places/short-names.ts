import { levelOfCode } from './division.ts';

/** The 55 minority nationalities (GB/T 3304) as they stand in the names of autonomous places, and 各 ("all"). */
const NATIONALITIES =
  '蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克|鄂温克|鄂伦春|达斡尔|朝鲜|土家|布依|哈尼|傈僳|拉祜|纳西|景颇|布朗|撒拉|毛南|仡佬|阿昌|普米|裕固|保安|独龙|东乡|仫佬';
const ONE_CHARACTER_NATIONALITIES = '各|回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒|京';
const AUTONOMOUS = new RegExp(
  `^(.*?)((?:(?:${NATIONALITIES})族?|(?:${ONE_CHARACTER_NATIONALITIES})族)+)自治(县|旗|州|区)$`,
);

/** Short names in daily use that no rule gives; each is one place only. */
const CUSTOMARY: ReadonlyMap<string, readonly string[]> = new Map([
  ['巴音郭楞蒙古自治州', ['巴州']],
  ['克孜勒苏柯尔克孜自治州', ['克州']],
  ['博尔塔拉蒙古自治州', ['博州']],
  ['锡林郭勒盟', ['锡盟']],
  ['莫力达瓦达斡尔族自治旗', ['莫旗']],
  ['喀喇沁左翼蒙古族自治县', ['喀左县']],
  ['前郭尔罗斯蒙古族自治县', ['前郭县']],
  ['阜新蒙古族自治县', ['阜蒙县']],
  ['杜尔伯特蒙古族自治县', ['杜蒙县']],
  ['塔什库尔干塔吉克自治县', ['塔县']],
]);

/** District names that are common words for a part of any town: they say nothing without their city. */
export const GENERIC_NAMES: ReadonlySet<string> = new Set(
  '东区 西区 东城区 西城区 城区 郊区 矿区 新城区 老城区 城东区 城西区 城北区 城中区 城关区 市中区 市南区 市北区 新市区 北市区 南市区 南郊区 港口区'.split(
    ' ',
  ),
);

/** Bare stems that are ordinary words of such texts: 资源县 → 自然资源局, 公安县 → 公安局. */
const WORD_STEMS: ReadonlySet<string> = new Set(
  '资源 公安 安居 通道 和平 平安 互助 共和 同心 友好 友谊 解放 红旗 新华 建设 建华 民乐 文化 延长 前进 向阳 东风 工农 民主 开平 安定 永安 长安 新和 城区 郊区 大城'.split(
    ' ',
  ),
);

const COUNTY_TAILS = ['林区', '特区', '县', '区', '市', '旗'];
const UPPER_TAILS = ['特别行政区', '自治区', '地区', '省', '市', '盟'];

export interface ShortNames {
  /** Still ends with the kind of place: 恩施州, 芷江县, 科左中旗. */
  readonly aliases: readonly string[];
  /** The bare name: 泸州, 黄石港. Null when it would be one character, or a common word. */
  readonly stem: string | null;
}

/**
 * The shorter names by which a place is printed.
 *
 * @example shortNames('恩施土家族苗族自治州', '422800') // { aliases: ['恩施州'], stem: '恩施' }
 */
export function shortNames(name: string, code: string): ShortNames {
  const aliases = [...(CUSTOMARY.get(name) ?? [])];
  if (name.includes('翼')) aliases.push(...shortBanner(name));
  const autonomous = name.includes('自治') ? AUTONOMOUS.exec(name) : null;
  if (autonomous) {
    const [, before = '', nationalities = '', kind = ''] = autonomous;
    if (kind === '区') return { aliases, stem: before === '内' ? '内蒙古' : before };
    const stem = before === '' ? nationalities.replace(/族$/, '') : before;
    aliases.push(stem + kind);
    return { aliases, stem: usableStem(stem) };
  }
  if (GENERIC_NAMES.has(name)) return { aliases, stem: null };
  const tail = (levelOfCode(code) === 'county' ? COUNTY_TAILS : UPPER_TAILS).find((each) =>
    name.endsWith(each),
  );
  return { aliases, stem: usableStem(tail ? name.slice(0, -tail.length) : name) };
}

function usableStem(stem: string): string | null {
  return stem.length < 2 || WORD_STEMS.has(stem) ? null : stem;
}

/** 科尔沁右翼中旗 → 科右中旗, 察哈尔右翼前旗 → 察右前旗. */
function shortBanner(name: string): string[] {
  const short = name.replace(/^(科|察)(?:尔沁|哈尔)([左右])翼/, '$1$2');
  return short === name ? [] : [short];
}
