import { spawnSync } from 'node:child_process';
import { findOcrStack } from '../../../src/ocr/find-ocr-stack.ts';

/** Installs the engine by the documented command where it is missing; says whether it is there then. */
export function installEngine(): boolean {
  if (findOcrStack() === null) {
    const { status, stderr } = spawnSync('npm', ['run', '--silent', 'ocr:install'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) console.warn(`The OCR engine was not installed, scans are not read here.\n${stderr}`);
  }
  return findOcrStack() !== null;
}
