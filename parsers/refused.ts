import type { Reading } from '../src/model/extraction.ts';
import type { Finding } from '../src/model/finding.ts';

/** A document that gives no record: only what is wrong with it. */
export function refused(...findings: readonly Finding[]): Reading {
  return {
    report: {
      title: null,
      agency: null,
      place: null,
      division: null,
      level: null,
      year: null,
      published: null,
      form: null,
      period: null,
      contact: { address: null, postcode: null, phone: null },
    },
    basis: { form: { score: 0, reason: '' }, division: { reason: { zh: '', en: '' } } },
    cells: [],
    claims: [],
    findings: [...findings],
    paragraphs: [],
    unordered: [],
  };
}
