import type { Message } from '../model/finding.ts';
import type { DivisionRow } from './division.ts';
import type { Witness } from './read-witnesses.ts';

/** The lines that may name a place. */
export const LINES = {
  title: { zh: '标题', en: 'title' },
  agency: { zh: '机关名称', en: 'agency' },
  siteName: { zh: '网站名称', en: 'site name' },
  introduction: { zh: '开头的正文', en: 'introduction' },
} as const satisfies Record<string, Message>;

const WITNESSES: Readonly<Record<Witness['kind'], Message>> = {
  'site code': { zh: '网站标识码', en: 'site code' },
  telephone: { zh: '电话', en: 'telephone' },
  postcode: { zh: '邮政编码', en: 'postcode' },
};

const listed = (messages: readonly Message[]): Message => ({
  zh: messages.map(({ zh }) => zh).join('、'),
  en: messages.map(({ en }) => en).join(' and '),
});

const witnessed = (witnesses: readonly Witness[]): Message =>
  listed(
    witnesses.map(({ kind, printed }) => ({
      zh: `${WITNESSES[kind].zh}（${printed}）`,
      en: `${WITNESSES[kind].en} ${printed}`,
    })),
  );

const coded = ({ name, code }: DivisionRow): Message => ({ zh: `${name}（${code}）`, en: `${name} ${code}` });

/** Reasons and notes as one sentence. */
export const together = (messages: readonly Message[]): Message => ({
  zh: messages.map(({ zh }) => zh).join('；'),
  en: messages.map(({ en }) => en).join('; '),
});

/** Why a place was taken, or none. */
export const REASONS = {
  apart: (line: Message, names: string): Message => ({
    zh: `${line.zh}里的地名互不隶属：${names}`,
    en: `the ${line.en} names places that do not belong together: ${names}`,
  }),
  differ: (lines: readonly Message[]): Message => ({
    zh: `${listed(lines).zh}说的是不同的地方`,
    en: `${listed(lines).en} name different places`,
  }),
  above: (line: Message | undefined): Message => ({
    zh: `${line?.zh}只写到别处所写地方的上级`,
    en: `the ${line?.en} names a place above the one named elsewhere`,
  }),
  unsure: (name: string, other: string): Message => ({
    zh: `“${name}”没有读准，可能是“${other}”`,
    en: `${name} was not read surely and may be ${other}`,
  }),
  contradicted: (witnesses: readonly Witness[]): Message => ({
    zh: `地名是一个地方，${witnessed(witnesses).zh}是另一个地方`,
    en: `the name says one place, the ${witnessed(witnesses).en} another`,
  }),
  common: (name: string): Message => ({
    zh: `“${name}”是常用词，看不出属于哪个市`,
    en: `${name} is a common word and nothing says which city's`,
  }),
  named: (line: Message, names: string, against: readonly Witness[]): Message => {
    const { zh, en } = witnessed(against);
    return {
      zh: `${line.zh}写明：${names}${against.length > 0 ? `，与${zh}不符` : ''}`,
      en: `named in the ${line.en}: ${names}${against.length > 0 ? `, against the ${en}` : ''}`,
    };
  },
  chosenByWitness: (name: string, places: number, witnesses: readonly Witness[]): Message => ({
    zh: `${shared(name, places).zh}，由${witnessed(witnesses).zh}确定`,
    en: `${shared(name, places).en}, chosen by ${witnessed(witnesses).en}`,
  }),
  fitsNone: (name: string, places: number, witnesses: readonly Witness[]): Message => ({
    zh: `${shared(name, places).zh}，${witnessed(witnesses).zh}与其中哪一个都不相合`,
    en: `${shared(name, places).en} and the ${witnessed(witnesses).en} fit none together`,
  }),
  chosenByProse: (name: string, places: number): Message => ({
    zh: `${shared(name, places).zh}，由开头的正文所写的省市确定`,
    en: `${shared(name, places).en}, chosen by the city or province in the introduction`,
  }),
  undecided: (name: string, places: number): Message => ({
    zh: `${shared(name, places).zh}，看不出是哪一个`,
    en: `${shared(name, places).en} and nothing says which`,
  }),
  siteCodeOnly: {
    zh: '没有写地名；网站标识码属于这个县',
    en: 'no place is named; the site code is of this county',
  },
  noName: { zh: '没有写地名', en: 'no place is named' },
  severalInProse: {
    zh: '只有开头的正文写有地名，而且不止一个',
    en: 'only the introduction names places, and more than one',
  },
  onlyInProse: { zh: '只有开头的正文写有地名', en: 'only the introduction names a place' },
  proseWitnessed: (names: string, witnesses: readonly Witness[]): Message => ({
    zh: `只有开头的正文写有地名（${names}），与${witnessed(witnesses).zh}相符`,
    en: `only the introduction names a place (${names}), and the ${witnessed(witnesses).en} agrees`,
  }),
  zoneWithoutCounty: ({ name }: DivisionRow): Message => ({
    zh: `${name}后面的开发区没有自己的代码，也没有写明在哪个县`,
    en: `the zone after ${name} has no code of its own and no county is named`,
  }),
  notListed: (unknown: string, { name }: DivisionRow): Message => ({
    zh: `${name}后面的“${unknown}”不在任何名录中`,
    en: `${unknown} after ${name} is in no list`,
  }),
  countyNotNamed: (town: string): Message => ({
    zh: `没有写明${town}属于哪个县`,
    en: `the county of ${town} is not named`,
  }),
  otherKind: (kind: string, { name }: DivisionRow): Message => ({
    zh: `机关属于一个“${kind}”，写出的地方却是${name}`,
    en: `the agency is of a ${kind}, the place named is ${name}`,
  }),
  dissolved: (last: DivisionRow, now: readonly DivisionRow[]): Message => ({
    zh: `${coded(last).zh}在 ${last.lastYear} 年以后撤销，所辖区域划归${listed(now.map(coded)).zh || '名录中没有的地方'}`,
    en: `${coded(last).en} was dissolved after ${last.lastYear}, its area went to ${listed(now.map(coded)).en || 'places not listed'}`,
  }),
  notYet: (row: DivisionRow | undefined, year: number): Message => ({
    zh: `${row ? coded(row).zh : '该地'}在 ${year} 年还没有设立`,
    en: `${row ? coded(row).en : 'the place'} did not exist in ${year}`,
  }),
} as const;

/** What is added to the reason for a place that was taken. */
export const NOTES = {
  townInside: (town: string): Message => ({ zh: `${town}在其境内`, en: `${town} is inside it` }),
  zone: { zh: '后面的开发区没有自己的代码', en: 'the zone after it has no code of its own' },
  renamed: (old: DivisionRow, row: DivisionRow, year: number): Message => ({
    zh: `写作${coded(old).zh}，${year} 年底是${coded(row).zh}`,
    en: `printed as ${old.name} (${old.code}), which at the end of ${year} was ${coded(row).en}`,
  }),
  nearestList: (listYear: number, year: number): Message => ({
    zh: `没有 ${year} 年的名录，按最接近的 ${listYear} 年名录`,
    en: `the list of ${listYear} is the nearest to ${year}`,
  }),
} as const;

const shared = (name: string, places: number): Message => ({
  zh: `有 ${places} 个地方叫“${name}”`,
  en: `${name} is the name of ${places} places`,
});
