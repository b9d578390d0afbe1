import { hash } from 'node:crypto';
import type { Extraction } from '../../../src/model/extraction.ts';
import type { DocumentInput } from '../../../src/store/load-extraction.ts';
import type { Body } from '../made-bodies.ts';
import { makeTemplate, type Template } from '../made-templates.ts';

const TEMPLATES = 40;
const FINDINGS = 10;
const templates = new Map<number, Template>();

/** The nth report of a night, in bytes that nobody has seen before. */
export function makeNight(
  nth: number,
  bodies: readonly Body[],
  year: number,
): { readonly document: DocumentInput; readonly extraction: Extraction } {
  const { division, place, agency, level } = bodies[nth % bodies.length] as Body;
  const sha256 = hash('sha256', `night ${nth}`, 'hex');
  const { cells, findings, checks } = templateOf(nth % TEMPLATES);
  const from = nth % (findings.length - FINDINGS);
  const title = `${agency}${year}年政府信息公开工作年度报告`;
  return {
    document: {
      ...{ sha256, byteLength: 60_000, kind: 'html', parserVersion: '1' },
      origin: { url: `http://www.${division}.gov.cn/zwgk/${nth}.html` },
      night: '2025-02-01',
    },
    extraction: {
      report: {
        ...{ title, agency, place, division, level, year, published: `${year + 1}-01-30`, form: '2021' },
        period: [`${year}-01-01`, `${year}-12-31`],
        contact: { address: null, postcode: null, phone: null },
      },
      basis: { form: { score: 0.98, reason: 'made' }, division: { reason: { zh: '编造', en: 'made' } } },
      ...{ cells: [...cells], claims: [], findings: findings.slice(from, from + FINDINGS), sha256, checks },
      evaluated: { pass: 60, fail: FINDINGS, not_evaluable: 0 },
    },
  };
}

function templateOf(seed: number): Template {
  const template = templates.get(seed) ?? makeTemplate('2021', seed);
  templates.set(seed, template);
  return template;
}
