import { describe, expect, it } from 'vitest';
import { formById, formVariables } from '../../src/forms/index.ts';
import type { Cell } from '../../src/model/cell.ts';
import { doubtOcr } from '../../src/validators/doubt-ocr.ts';

const form = formById('2021')!;

/** A record of zeros read surely, with changes: value or confidence by variable. */
function cellsWith(
  changes: Readonly<
    Record<string, { readonly value?: number; readonly confidence?: number; readonly raw?: string }>
  >,
): Cell[] {
  return formVariables(form).map(({ name }): Cell => {
    const { value = 0, confidence = 0.999, raw = String(value) } = changes[name] ?? {};
    return {
      variable: name,
      value,
      raw,
      status: 'reported',
      source: { kind: 'ocr', table: 0, row: 0, column: 0, page: 1, bbox: [0, 0, 1, 1], confidence },
    };
  });
}
const doubted = (cells: readonly Cell[]) =>
  doubtOcr(form, cells)
    .cells.filter((cell) => cell.status === 'ambiguous')
    .map(({ variable, value, raw, imputed }) => ({ variable, value, raw, imputed }));

const GRANTED = 'applications.granted.natural_person';
const consistent = {
  [GRANTED]: { value: 5 },
  'applications.granted.total': { value: 5 },
  'applications.total_processed.natural_person': { value: 5 },
  'applications.total_processed.total': { value: 5 },
  'applications.received_new.natural_person': { value: 5 },
  'applications.received_new.total': { value: 5 },
};

describe('doubtOcr', () => {
  it('leaves what was read surely', () => {
    expect(doubted(cellsWith(consistent))).toEqual([]);
    expect(doubtOcr(form, cellsWith(consistent)).findings).toEqual([]);
  });

  it('doubts an unsure reading, keeps its raw text and what the equations prove', () => {
    const cells = cellsWith({ ...consistent, [GRANTED]: { value: 8, confidence: 0.4 } });
    expect(doubted(cells)).toEqual([{ variable: GRANTED, value: null, raw: '8', imputed: 5 }]);
    expect(doubtOcr(form, cells).findings).toMatchObject([
      { rule: 'cell.ambiguous', scope: GRANTED, severity: 'warning', variables: [GRANTED] },
    ]);
  });

  it('doubts a fairly sure reading only where the arithmetic contradicts it', () => {
    const fairly = { confidence: 0.9 };
    expect(doubted(cellsWith({ ...consistent, [GRANTED]: { value: 5, ...fairly } }))).toEqual([]);
    expect(doubted(cellsWith({ ...consistent, [GRANTED]: { value: 6, ...fairly } }))).toMatchObject([
      { variable: GRANTED, imputed: 5 },
    ]);
  });

  it("leaves a contradiction between sure readings to the report's own account", () => {
    expect(doubted(cellsWith({ ...consistent, [GRANTED]: { value: 6 } }))).toEqual([]);
  });

  it('doubts a count with a fraction, but not an amount', () => {
    const cells = cellsWith({
      'disclosure.licences.decisions': { value: 7.905, raw: '7.905' },
      'disclosure.fees.amount_10k_yuan': { value: 7.905, raw: '7.905' },
    });
    expect(doubted(cells)).toMatchObject([{ variable: 'disclosure.licences.decisions', raw: '7.905' }]);
  });

  it('touches no other kind of document', () => {
    const cells = cellsWith({ [GRANTED]: { value: 8 } }).map(
      (cell): Cell => ({ ...cell, source: { kind: 'docx', table: 0, row: 0, column: 0 } }),
    );
    expect(doubtOcr(form, cells)).toEqual({ cells, findings: [] });
  });
});
