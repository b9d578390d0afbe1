/** What mirrors of government pages do to their text. */
export const MIRROR_NAMES = ['traditional', 'sounds', 'doubled commas'] as const;
export type Mirror = (typeof MIRROR_NAMES)[number];

/** Characters of the form's labels; names of places stay as they are. */
const PAIRS =
  '规規范範许許处處罚罰强強单單额額决決数數请請开開关關办辦结結转轉国國织織总總计計业業机機构構务務维維复復议議诉訴讼訟经經审審纠糾后後项項条條类類过過执執举舉报報无無个個门門应應对對续續题題费費缴繳现現废廢认認获獲确確继繼没沒内內规規';

const traditionalOf = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, at) => [PAIRS[2 * at] ?? '', PAIRS[2 * at + 1] ?? '']),
);

const traditional = (page: string): string =>
  page.replace(/\p{Script=Han}/gu, (character) => traditionalOf.get(character) ?? character);

export const MIRRORS: Readonly<Record<Mirror, (page: string) => string>> = {
  traditional,
  sounds: (page) => page.replace(/公开/g, '公(gong)開(kāi)').replace(/服务/g, '服務(wù)'),
  'doubled commas': (page) => page.replace(/，/g, ',,'),
};
