import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../../parsers/ocr/engine.ts';
import { readImage } from '../../../parsers/ocr/read-image.ts';
import { readScannedPdf } from '../../../parsers/ocr/read-scanned-pdf.ts';
import { findOcrStack } from '../../../src/ocr/find-ocr-stack.ts';

const missing = (): string => {
  throw new Error('Cannot find module');
};
const noEngine = () => startEngine(findOcrStack([missing, missing]));
const empty = { kind: 'pdf', text: '', paragraphs: [], grids: [], meta: {}, findings: [] } as const;

describe('without the OCR engine', () => {
  it('finds no stack', async () => {
    expect(findOcrStack([missing])).toBeNull();
    expect(await noEngine()).toBeNull();
  });

  it('says of an image that it was not read, and how to switch the engine on', async () => {
    const { findings } = await readImage(createCanvas(40, 40).toBuffer('image/png'), noEngine);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: 'document.ocr_missing', severity: 'error' });
    for (const message of Object.values(findings[0]!.message))
      expect(message).toContain('npm run ocr:install');
  });

  it('says the same of a scanned PDF, and only warns when it has pages with text too', async () => {
    const scan = await readScannedPdf(new Uint8Array(), empty, [1, 2], noEngine);
    expect(scan.findings).toMatchObject([{ rule: 'document.ocr_missing', severity: 'error' }]);
    const mixed = await readScannedPdf(new Uint8Array(), { ...empty, text: '一、总体情况' }, [2], noEngine);
    expect(mixed.findings).toMatchObject([{ rule: 'document.ocr_missing', severity: 'warning' }]);
    expect(mixed.text).toBe('一、总体情况');
  });
});
