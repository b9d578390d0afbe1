import type { Contact } from '../src/model/report.ts';
import { cleanText } from './normalise-label.ts';

/** Not that of a website: 门户网站地址：http://…. */
const ADDRESS =
  /(?:联系地址|通[讯信]地址|办公地址|(?<![网址站箱件])地址|地点)\s*(?:为|是)?\s*[:：]?\s*(?!https?:|www\.)([^，,。；;（()）\n]{3,60})/;
const POSTCODE = /(?:邮政编码|邮编)\s*(?:为|是)?\s*[:：]?\s*(\d{6})(?!\d)/;
const PHONE =
  /(?:联系电话|咨询电话|电话号码|电话|传真|TEL)\s*(?:为|是)?\s*[:：]?\s*((?:\(?0\d{2,3}\)?\s*[-—–－―]?\s*)?\d{7,8}(?:\s*转\s*\d{1,5})?|1\d{10}|12345)/i;

/** Address, postcode and telephone of the introduction (条例 asks for a contact), each null when not printed. */
export function readContact(intro: string): Contact {
  const text = intro.normalize('NFKC');
  const phone = PHONE.exec(text)?.[1];
  return {
    address: cleanText(ADDRESS.exec(text)?.[1] ?? '') || null,
    postcode: POSTCODE.exec(text)?.[1] ?? null,
    phone: phone ? phone.replace(/\s+/g, '').replace(/[—–－―]/g, '-') : null,
  };
}
