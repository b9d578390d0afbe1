import type { Message } from '../model/finding.ts';

/**
 * The short names of the provinces by the first two digits of their codes: the one character that stands on number
 * plates, and the letters of ISO 3166-2:CN.
 */
export const PROVINCE_ABBREVIATIONS: Readonly<Record<string, Message>> = {
  '11': { zh: '京', en: 'BJ' },
  '12': { zh: '津', en: 'TJ' },
  '13': { zh: '冀', en: 'HE' },
  '14': { zh: '晋', en: 'SX' },
  '15': { zh: '蒙', en: 'NM' },
  '21': { zh: '辽', en: 'LN' },
  '22': { zh: '吉', en: 'JL' },
  '23': { zh: '黑', en: 'HL' },
  '31': { zh: '沪', en: 'SH' },
  '32': { zh: '苏', en: 'JS' },
  '33': { zh: '浙', en: 'ZJ' },
  '34': { zh: '皖', en: 'AH' },
  '35': { zh: '闽', en: 'FJ' },
  '36': { zh: '赣', en: 'JX' },
  '37': { zh: '鲁', en: 'SD' },
  '41': { zh: '豫', en: 'HA' },
  '42': { zh: '鄂', en: 'HB' },
  '43': { zh: '湘', en: 'HN' },
  '44': { zh: '粤', en: 'GD' },
  '45': { zh: '桂', en: 'GX' },
  '46': { zh: '琼', en: 'HI' },
  '50': { zh: '渝', en: 'CQ' },
  '51': { zh: '川', en: 'SC' },
  '52': { zh: '贵', en: 'GZ' },
  '53': { zh: '云', en: 'YN' },
  '54': { zh: '藏', en: 'XZ' },
  '61': { zh: '陕', en: 'SN' },
  '62': { zh: '甘', en: 'GS' },
  '63': { zh: '青', en: 'QH' },
  '64': { zh: '宁', en: 'NX' },
  '65': { zh: '新', en: 'XJ' },
  '71': { zh: '台', en: 'TW' },
  '81': { zh: '港', en: 'HK' },
  '82': { zh: '澳', en: 'MO' },
};
