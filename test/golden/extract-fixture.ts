import { readFileSync } from 'node:fs';
import type { Extraction } from '../../src/model/extraction.ts';
import { extractDocument } from '../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';

/** The record of a document, by the same steps as the commands take. */
export function extractBytes(bytes: Uint8Array, file?: string): Promise<Extraction> {
  return extractDocument(bytes, file === undefined ? {} : { file }, { gazetteer: loadGazetteer() });
}

export const extractFixture = (path: string): Promise<Extraction> => extractBytes(readFileSync(path), path);

/** A reading in a form that is read as a diff: what a change of a parser changes, and nothing else. */
export interface ExpectedReading {
  readonly report: Extraction['report'];
  /** The number, or the status of a cell without one. */
  readonly values: Readonly<Record<string, number | string>>;
  readonly imputed: Readonly<Record<string, number>>;
  readonly claims: readonly string[];
  readonly findings: readonly string[];
  readonly evaluated: Extraction['evaluated'];
}

export function summarise({ report, cells, claims, findings, evaluated }: Extraction): ExpectedReading {
  return {
    report,
    values: Object.fromEntries(cells.map(({ variable, value, status }) => [variable, value ?? status])),
    imputed: Object.fromEntries(
      cells.flatMap(({ variable, imputed }) => (typeof imputed === 'number' ? [[variable, imputed]] : [])),
    ),
    claims: claims.map(({ variable, value, scope, text }) => `${variable} = ${value} (${scope}: ${text})`),
    findings: findings.map(
      ({ severity, outcome, rule, scope, message }) =>
        `${severity} ${outcome} ${rule} ${scope}: ${message.en}`,
    ),
    evaluated,
  };
}
