/**
 * Traditional characters and the simplified ones they stand for, as far as labels of the form have them: mirrors of
 * government pages are often converted, and print the sound of a character behind it (wild.md: 開(kāi)).
 */
const PAIRS = [
  '統统計计標标稱称項项單单數数據据總总規规發发報报網网務务應应眾众衆众關关熱热點点舉举辦办聞闻會会負负責责',
  '線线訪访談谈讀读請请當当傳传絡络結结時时復复複复屬属於于圍围國国業业個个隱隐經经濟济穩稳條条機机構构過过',
  '徑径議议維维體体為为爲为糾纠錯错訴诉訟讼駁驳費费專专門门設设閱阅員员從从職职編编輯辑護护題题類类訓训況况',
  '別别對对減减處处決决許许罰罚強强額额萬万購购係系組组織织團团轉转與与權权執执詢询沒没現现確确無无認认獲获',
  '繼继續续順顺審审廢废繳缴納纳後后製制區区參参縣县內内這这佈布採采動动開开範范',
].join('');

const simplifiedOf = new Map<string, string>();
const characters = [...PAIRS];
for (let i = 0; i + 1 < characters.length; i += 2)
  simplifiedOf.set(characters[i] ?? '', characters[i + 1] ?? '');

const TRADITIONAL = new RegExp(`[${[...simplifiedOf.keys()].join('')}]`, 'g');
/** The sound of the character before it, with its tone or without. */
const SOUND = /(?<=\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)/gu;

/** A label as it was before a mirror converted it; for comparing, never for showing. */
export const simplify = (text: string): string =>
  text.replace(SOUND, '').replace(TRADITIONAL, (character) => simplifiedOf.get(character) ?? character);
