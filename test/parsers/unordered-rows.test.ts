import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { validateAlone } from '../../src/validators/index.ts';

const COLUMNS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const ROWS: readonly (readonly (string | number)[])[] = [
  ['一、本年新收政府信息公开申请数量', 27, 1, 0, 0, 2, 0, 30],
  ['二、上年结转政府信息公开申请数量', 0, 0, 0, 0, 0, 0, 0],
  ['（一）予以公开', 26, 1, 0, 0, 2, 0, 29],
  ['（七）总计', 26, 1, 0, 0, 2, 0, 29],
  ['四、结转下年度继续办理', 1, 0, 0, 0, 0, 0, 1],
];

/** A report of one table in which each row is changed. */
async function cellsWith(
  change: (row: readonly (string | number)[]) => readonly (string | number)[],
  prose: string | Uint8Array = '',
) {
  const rows = [['', ...COLUMNS], ...ROWS].map(change);
  const markup = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`).join('');
  const page = ['<h1>双辽市2021年政府信息公开工作年度报告</h1><p>', prose, `</p><table>${markup}</table>`];
  const bytes = Buffer.concat(page.map((part) => Buffer.from(part as string)));
  const reading = await parseDocument(bytes, { gazetteer: loadGazetteer() });
  return validateAlone(reading).cells.filter(({ variable }) => variable.startsWith('applications.'));
}

describe('what arithmetic proves of rows that could not be placed', () => {
  test('where blank cells were lost, the one placement that keeps all sums', async () => {
    const cells = await cellsWith((row) => row.filter((cell) => cell !== 0));
    const total = cells.find(({ variable }) => variable === 'applications.received_new.total');
    expect(total).toMatchObject({ status: 'ambiguous', value: null, imputed: 30 });
  });

  test.each([1, 3, 4, 6])('nothing, where the table lacks column %i: the others are read', async (column) => {
    const cells = await cellsWith((row) => row.filter((_, at) => at !== column));
    const expected = (ROWS[0] ?? []).filter((_, at) => at > 0 && at !== column);
    const read = cells.filter(({ variable }) => variable.startsWith('applications.received_new.'));
    expect(read.flatMap(({ value }) => value ?? [])).toEqual(expected);
    expect(cells.filter(({ imputed }) => typeof imputed === 'number')).toEqual([]);
  });

  test.each([1, 3, 4, 6])(
    'nothing, where the header lacks column %i over a row that has it',
    async (column) => {
      const cells = await cellsWith((row) => (row[1] === 0 ? row : row.filter((_, at) => at !== column)));
      expect(cells.filter(({ status }) => status === 'ambiguous').length).toBeGreaterThan(20);
      expect(
        cells.filter(({ status, imputed }) => status === 'ambiguous' && typeof imputed === 'number'),
      ).toEqual([]);
    },
  );

  test.each([
    ['收到政府信息公开申请30件', 30],
    ['收到政府信息公开申请31件', undefined],
  ])('a blank total that the text says is another is not proven: %s', async (prose, imputed) => {
    const cells = await cellsWith((row) => (row[1] === 27 ? row.with(7, '') : row), `2021年，${prose}。`);
    const total = cells.find(({ variable }) => variable === 'applications.received_new.total');
    expect(total).toMatchObject({ status: 'blank', value: null });
    expect(total?.imputed).toBe(imputed);
  });

  test('nothing, where bytes of the document are no characters', async () => {
    const damaged = Buffer.from([0xe5, 0x85, 0x41]);
    const cells = await cellsWith((row) => (row[1] === 27 ? row.with(7, '') : row), damaged);
    expect(cells.filter(({ status }) => status === 'blank')).toHaveLength(1);
    expect(cells.filter(({ imputed }) => typeof imputed === 'number')).toEqual([]);
  });
});
