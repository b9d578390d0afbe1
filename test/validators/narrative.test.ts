import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readClaims } from '../../parsers/read-claims.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { CellStatus } from '../../src/model/status.ts';
import { checkNarrativeArithmetic } from '../../src/validators/narrative/arithmetic.ts';
import { compareClaims } from '../../src/validators/narrative.ts';
import { countProcessorTime } from '../processor-time.ts';

type Printed = Readonly<Record<string, number | Exclude<CellStatus, 'reported'>>>;

function cells(printed: Printed): Map<string, Cell> {
  return new Map(
    Object.entries(printed).map(([variable, value]) => {
      const status = typeof value === 'number' ? 'reported' : value;
      return [
        variable,
        {
          variable,
          value: typeof value === 'number' ? value : null,
          raw: String(value),
          status,
          source: null,
        },
      ];
    }),
  );
}

function claim(variable: string, value: number, more: Partial<Claim> = {}): Claim {
  const text = more.text ?? `${value}件`;
  return { variable, value, start: 0, end: text.length, scope: 'agency', ...more, text };
}

const total = (row: string) => `applications.${row}.total`;
const outcome = (claims: readonly Claim[], printed: Printed) => {
  const { findings, pass, notEvaluable } = compareClaims(claims, cells(printed));
  return {
    findings: findings.map(({ scope, severity, outcome }) => `${severity} ${outcome} ${scope}`),
    pass,
    notEvaluable,
  };
};
const PASSED = { findings: [], pass: 1, notEvaluable: 0 };

describe('a claim and its cell', () => {
  test('passes when the numbers are equal', () => {
    expect(outcome([claim(total('received_new'), 27)], { [total('received_new')]: 27 })).toEqual(PASSED);
  });

  test('warns when they differ, with both numbers and the words', () => {
    const { findings } = compareClaims(
      [claim(total('granted'), 12, { text: '予以公开12件' })],
      cells({ [total('granted')]: 13 }),
    );
    expect(findings).toMatchObject([
      {
        rule: 'narrative.mismatch',
        scope: total('granted'),
        severity: 'warning',
        outcome: 'fail',
        expected: 13,
        actual: 12,
        delta: -1,
        variables: [total('granted')],
      },
    ]);
    expect(findings[0]?.message.zh).toBe('正文“予以公开12件”为 12，表中为 13');
    expect(findings[0]?.message.en).toBe('the text says 12 (“予以公开12件”), the table 13');
  });

  test('of another scope asks only when they differ', () => {
    const other = claim(total('received_new'), 17, { scope: 'other' });
    expect(outcome([other], { [total('received_new')]: 95 }).findings).toEqual([
      `question fail ${total('received_new')}`,
    ]);
    expect(outcome([other], { [total('received_new')]: 17 })).toEqual(PASSED);
  });

  test('told twice gives one finding, and the word of the agency counts', () => {
    const twice = [claim(total('granted'), 12, { scope: 'other' }), claim(total('granted'), 12)];
    expect(outcome(twice, { [total('granted')]: 13 }).findings).toEqual([`warning fail ${total('granted')}`]);
  });

  test('asks when the same count is told rightly elsewhere', () => {
    const both = [claim(total('received_new'), 27), claim(total('received_new'), 12)];
    expect(outcome(both, { [total('received_new')]: 27 })).toEqual({
      findings: [`question fail ${total('received_new')}`],
      pass: 1,
      notEvaluable: 0,
    });
  });

  test.each<CellStatus>(['blank', 'absent', 'unreadable', 'ambiguous', 'no_table', 'dash'])(
    'is not evaluable beside a %s cell',
    (status) => {
      expect(outcome([claim(total('granted'), 12)], { [total('granted')]: status as 'blank' })).toEqual({
        findings: [`info not_evaluable ${total('granted')}`],
        pass: 0,
        notEvaluable: 1,
      });
    },
  );

  test('takes what was proved of a blank cell', () => {
    const blank: Cell = {
      variable: total('granted'),
      value: null,
      raw: '',
      status: 'blank',
      source: null,
      imputed: 12,
    };
    expect(compareClaims([claim(total('granted'), 12)], new Map([[total('granted'), blank]])).pass).toBe(1);
  });
});

describe('sums that the form does not print', () => {
  const unavailable = { [total('unavailable_not_held')]: 12, [total('unavailable_needs_creation')]: 3 };

  test('a group is the sum of its rows, blank rows being 0 beside a printed one', () => {
    const rows: Printed = { ...unavailable, [total('unavailable_unclear')]: 'blank' };
    expect(outcome([claim(total('unavailable'), 15)], rows)).toEqual(PASSED);
    const { findings } = compareClaims([claim(total('unavailable'), 16)], cells(rows));
    expect(findings).toMatchObject([
      { severity: 'warning', expected: 15, actual: 16, variables: Object.keys(unavailable) },
    ]);
  });

  test.each(['absent', 'unreadable', 'ambiguous'] as const)(
    'a group with an %s row is not evaluable',
    (status) => {
      expect(
        outcome([claim(total('unavailable'), 15)], { ...unavailable, [total('unavailable_unclear')]: status })
          .notEvaluable,
      ).toBe(1);
    },
  );

  test('a group of nothing but blanks is not evaluable', () => {
    const blank: Printed = {
      [total('unavailable_not_held')]: 'blank',
      [total('unavailable_needs_creation')]: 'blank',
      [total('unavailable_unclear')]: 'blank',
    };
    expect(outcome([claim(total('unavailable'), 0)], blank).notEvaluable).toBe(1);
  });

  test('（六）其他处理 is its own row where it is printed as one', () => {
    expect(
      outcome([claim(total('other'), 5)], { [total('other')]: 5, [total('other_other')]: 'absent' }),
    ).toEqual(PASSED);
    const three: Printed = {
      [total('other')]: 'absent',
      [total('other_not_corrected')]: 1,
      [total('other_fee_unpaid')]: 0,
      [total('other_other')]: 4,
    };
    expect(outcome([claim(total('other'), 5)], three)).toEqual(PASSED);
  });

  test('a blank total is its columns', () => {
    const columns: Printed = {
      [total('refused_state_secret')]: 'blank',
      ...Object.fromEntries(
        [
          'commercial_enterprise',
          'research_institution',
          'public_welfare_org',
          'legal_service_org',
          'other_org',
        ].map((column) => [`applications.refused_state_secret.${column}`, 'blank' as const]),
      ),
      'applications.refused_state_secret.natural_person': 14,
    };
    expect(outcome([claim(total('refused_state_secret'), 14)], columns)).toEqual(PASSED);
  });

  test('litigation is direct and after reconsideration', () => {
    const suits: Printed = {
      'challenges.litigation_direct.total': 7,
      'challenges.litigation_after_reconsideration.total': 5,
    };
    expect(outcome([claim('challenges.litigation.total', 12)], suits)).toEqual(PASSED);
    expect(outcome([claim('challenges.litigation.total', 7)], suits).findings).toEqual([
      'question fail challenges.litigation.total',
    ]);
  });

  test('制发 is 新制作 on the form of 2019', () => {
    expect(
      outcome([claim('disclosure.normative_documents.issued', 27)], {
        'disclosure.normative_documents.made': 27,
      }),
    ).toEqual(PASSED);
  });
});

describe('combinations', () => {
  const balance: Printed = {
    [total('received_new')]: 3511,
    [total('carried_in')]: 96,
    [total('total_processed')]: 3486,
    [total('carried_out')]: 121,
    [total('granted')]: 1191,
    [total('granted_in_part')]: 328,
    [total('other')]: 341,
  };
  test.each<[string, Claim, string | null]>([
    ['收办 is new and carried in', claim(total('received_new'), 3607, { text: '收办3607件' }), null],
    ['办理 is all there was', claim(total('total_processed'), 3607, { text: '办理3607件' }), null],
    ['答复 is not', claim(total('total_processed'), 3607, { text: '答复3607件' }), 'question'],
    [
      '答复 without what was carried in',
      claim(total('total_processed'), 3390, { text: '答复3390件' }),
      'question',
    ],
    [
      '办结 without what was withdrawn',
      claim(total('total_processed'), 3145, { text: '办结3145件' }),
      'question',
    ],
    ['granted with granted in part', claim(total('granted'), 1519), 'question'],
    ['anything else', claim(total('granted'), 1520), 'warning'],
  ])('%s', (_, told, severity) => {
    const { findings } = compareClaims([told], cells(balance));
    expect(findings.map((finding) => finding.severity)).toEqual(severity ? [severity] : []);
  });

  test('say what they are', () => {
    const [finding] = compareClaims([claim(total('granted'), 1519)], cells(balance)).findings;
    expect(finding?.message.zh).toContain('可能指表中的 1191（予以公开） + 328（部分公开）');
    expect(finding?.message.en).toContain("may stand for the table's 1191 (Granted) + 328 (Granted in part)");
    expect(finding?.variables).toEqual([total('granted'), total('granted_in_part')]);
  });
});

describe('narrative.arithmetic', () => {
  test.each<[string, number | null]>([
    ['收到政府信息公开申请3607件，较上年2118件增长70.3%。', null],
    ['收到申请27件，比2020年20件增长35%。', null],
    ['收到申请27件，比2020年20件增长36.5%。', 35],
    ['收到申请13件，较上年的20件下降35%。', null],
    ['收到申请13件，较上年的20件减少53%。', 35],
    ['申请量由上年的20件增加到27件，增长35.0%。', null],
    ['申请量由上年的20件增加到27件，增长25.0%。', 35],
    ['收到申请３件，较上年（9件）下降66.6％。', null],
    ['收到申请3件，较上年0件增长100%。', null],
    [
      '收到申请3607件，同比增长70.3%，其中，自然人申请3493件，法人或其他组织申请114件；予以公开1191件。',
      null,
    ],
    ['收到申请3607件，其中自然人申请3493件，法人或其他组织申请115件。', 3608],
    ['收到申请27件，其中征地拆迁5件、社会保障3件。', null],
    ['同比增长70.3%。', null],
  ])('%s', (text, expected) => {
    const { findings } = checkNarrativeArithmetic([{ text }]);
    expect(findings.map((finding) => finding.expected)).toEqual(expected === null ? [] : [expected]);
    for (const finding of findings)
      expect(finding).toMatchObject({ rule: 'narrative.arithmetic', severity: 'question' });
  });

  test.each(['1', '1,000', '1件较上年1件', '由1件增加到', '其中', '1件其中自然人'])(
    '200 kB of %s take linear time',
    (unit) => {
      const spentMs = countProcessorTime();
      checkNarrativeArithmetic([{ text: `其中%${unit.repeat(200_000 / unit.length)}` }]);
      expect(spentMs()).toBeLessThan(2000);
    },
  );
});

const FIXTURES = '../shared/fixtures';
interface Truth {
  readonly file: string;
  readonly year: number;
  readonly values: Readonly<Record<string, number>>;
  readonly blank?: readonly string[];
}

function truths(): Truth[] {
  if (!existsSync(FIXTURES)) return [];
  const files = ['shuangliao-2021.truth.json', 'generated/truth.json', 'real/truth.json'];
  return files.flatMap((file) => {
    const folder = file.includes('/') ? `${file.split('/')[0]}/` : '';
    const read = [JSON.parse(readFileSync(`${FIXTURES}/${file}`, 'utf8'))].flat() as Truth[];
    return read.map((truth) => ({ ...truth, file: folder + truth.file }));
  });
}

/** The values of a truth file as cells; a row that it does not name is absent. */
function truthCells({ values, blank = [] }: Truth): Map<string, Cell> {
  return cells({ ...values, ...Object.fromEntries(blank.map((variable) => [variable, 'blank' as const])) });
}

/** Prose of an HTML page, tables and tags cut away: enough for these tests, no parser. */
function htmlLines(bytes: Buffer): string[] {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const page = utf8.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : utf8;
  const prose = page
    .replace(/<(script|style|table)[\s\S]*?<\/\1>/g, '\n')
    .replace(/<(?:br|\/p|\/div|\/h\d|\/li)[^>]*>/g, '\n');
  return prose.replace(/<[^>]+>/g, '').split('\n');
}

function claimsOf(lines: readonly string[], year: number): Claim[] {
  let start = 0;
  const paragraphs = lines.map((text) => {
    const paragraph = { text, start, end: start + text.length };
    start = paragraph.end + 1;
    return paragraph;
  });
  return readClaims(paragraphs, year);
}

/** The prose of hongze-2024.pdf, which the PDF's own parser reads elsewhere. */
const HONGZE = [
  '淮安市洪泽区人民政府2024年政府信息公开工作年度报告',
  '（二）依申请公开情况。2024年，区政府办代表区政府受理政府信息公开申请17件，均已在法定期限内予以答复。',
];

/** Every difference the fixtures hold: the one slip, what a person is asked about, and a 0 told of a blank cell. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'shuangliao-2021.txt': ['warning applications.total_processed.total 28/27'],
  'generated/text-lines-blank-2021.txt': ['info applications.carried_out.total 0/null'],
  'real/shanghai-office-2019.html': [
    'question applications.unavailable.total 265/337',
    'info applications.other.total 0/null',
  ],
  'real/hongze-2024.pdf': ['question applications.received_new.total 17/95'],
};

describe.skipIf(!existsSync(FIXTURES))('fixtures', () => {
  const readable = truths().filter(
    ({ file }) => /\.(?:txt|html)$/.test(file) || file.endsWith('hongze-2024.pdf'),
  );
  test.each(readable.map((truth) => [truth.file, truth] as const))('%s', (file, truth) => {
    const bytes = readFileSync(`${FIXTURES}/${file}`);
    const lines = file.endsWith('.html')
      ? htmlLines(bytes)
      : file.endsWith('.txt')
        ? bytes.toString('utf8').split('\n')
        : HONGZE;
    const claims = claimsOf(lines, truth.year);
    const { findings, pass, notEvaluable } = compareClaims(claims, truthCells(truth));
    const told = findings.map(
      ({ severity, scope, actual, expected }) => `${severity} ${scope} ${actual}/${expected}`,
    );
    expect(told).toEqual(EXPECTED[file] ?? []);
    expect(notEvaluable).toBe(told.filter((finding) => finding.startsWith('info')).length);
    expect(pass + findings.length).toBeGreaterThanOrEqual(file.includes('hongze') ? 1 : 9);
    expect(checkNarrativeArithmetic(lines.map((text) => ({ text }))).findings).toEqual([]);
  });
});
