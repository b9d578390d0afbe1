import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { parseLookups } from '../../src/lookups/load-lookups.ts';
import type { LabelLookup } from '../../src/model/label-lookup.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { validateReading } from '../../src/validators/index.ts';

const gazetteer = loadGazetteer();

const lookup = (changes: Readonly<Record<string, unknown>> = {}): LabelLookup[] => {
  const entry = {
    ...{ division: '220382', agency: '双辽市人民政府办公室', years: [2021, 2021], label: '涉密不予提供' },
    ...{ row: 'applications.refused_state_secret', reason: 'r', evidence: 'a'.repeat(64) },
    ...{ reviewer: 'a', date: '2026-01-01', ...changes },
  };
  const parsed = parseLookups(JSON.stringify([entry]), 'jilin/220382.yml');
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.lookups;
};

const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const COLUMNS = ['natural_person', 'total'].map((column) => `applications.refused_state_secret.${column}`);

/** A report in which the row of state secrets has a label of its own. */
const TITLE = '双辽市政府办公室2021年政府信息公开工作年度报告';
const ROWS = [
  ['一、本年新收政府信息公开申请数量', 5, 0, 0, 0, 0, 0, 5],
  ['（一）予以公开', 3, 0, 0, 0, 0, 0, 3],
  ['涉密不予提供', 2, 0, 0, 0, 0, 0, 2],
  ['（七）总计', 5, 0, 0, 0, 0, 0, 5],
];
const tr = (cells: readonly unknown[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const PAGE = `<title>${TITLE}</title><table>${[['申请人情况', ...APPLICANTS], ...ROWS].map(tr).join('')}</table>`;
const TEXT = [
  `${TITLE}`,
  '三、收到和处理政府信息公开申请情况',
  ...[['申请人情况', ...APPLICANTS], ...ROWS].map((row) => `${row.join(' | ')} |`),
].join('\n');

const read = (page: string, lookups: readonly LabelLookup[]) =>
  parseDocument(new TextEncoder().encode(page), { gazetteer, lookups });

describe('a lookup', () => {
  test.each([
    ['a page', PAGE],
    ['flattened text', TEXT],
  ])('reads a row of %s that the form does not know, and leaves both labels on record', async (_, page) => {
    const without = await read(page, []);
    expect(without.findings.map(({ rule }) => rule)).toContain('table.unmapped');
    const { cells, findings } = await read(page, lookup());
    expect(COLUMNS.map((name) => cells.find(({ variable }) => variable === name)?.value)).toEqual([2, 2]);
    expect(findings.map(({ rule }) => rule)).not.toContain('table.unmapped');
    expect(findings).toContainEqual(
      expect.objectContaining({
        ...{ rule: 'lookup.applied', severity: 'info', scope: 'applications.refused_state_secret' },
        message: {
          zh: '印为“涉密不予提供”，按对照读作“1.属于国家秘密”（data/lookups/jilin/220382.yml:1）',
          en: 'printed “涉密不予提供”, read as “1.属于国家秘密” by a lookup (data/lookups/jilin/220382.yml:1)',
        },
      }),
    );
  });

  test('reads a column, too', async () => {
    const page = PAGE.replace('<td>自然人</td>', '<td>市民群众</td>');
    const { cells } = await read(page, [
      ...lookup({ label: '市民群众', row: undefined, column: 'applications.natural_person' }),
      ...lookup(),
    ]);
    expect(cells.find(({ variable }) => variable === COLUMNS[0])).toMatchObject({ value: 2 });
  });

  test.each([
    ['of another body', { agency: '双辽市教育局' }],
    ['of another place', { division: '220381' }],
    ['of other years', { years: [2022, 2024] }],
  ])('%s changes nothing and says nothing', async (_, changes) => {
    const [plain, looked] = await Promise.all([read(PAGE, []), read(PAGE, lookup(changes))]);
    expect(looked).toEqual(plain);
  });

  test.each([
    ['that is not printed', { label: '机密事项' }, 'lookup.unused', 'the report does not print the label'],
    [
      'that the form knows',
      { label: '（一）予以公开', row: 'applications.granted' },
      'lookup.unused',
      'it is understood without',
    ],
    [
      'that the form knows as something else',
      { label: '（一）予以公开' },
      'lookup.failed',
      'in the form the label means something else',
    ],
    [
      'by which nothing is read',
      { row: 'disclosure.licences' },
      'lookup.failed',
      'the label is printed, but nothing was read by it',
    ],
  ])('of a label %s is a finding, and what is printed is read as before', async (_, changes, rule, why) => {
    const plain = await read(PAGE, []);
    const { cells, findings } = await read(PAGE, lookup(changes));
    const found = findings.filter((finding) => finding.rule.startsWith('lookup.'));
    expect(found.map((finding) => finding.rule)).toEqual([rule]);
    expect(found[0]?.message.en).toContain(why);
    expect(cells).toEqual(plain.cells);
  });

  test('is counted like any finding', async () => {
    const { checks } = await validateReading(await read(PAGE, lookup()));
    expect(checks['lookup.applied']).toMatchObject({ fail: 1 });
  });
});
