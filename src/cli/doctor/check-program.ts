import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../../scrapers/find-chromium.ts';
import { findPackageRoot } from '../package-root.ts';
import { samplePath } from '../sample-path.ts';
import { TEXTS } from '../texts.ts';
import type { Check } from './check.ts';

/** Against `engines.node` of package.json, written as ">=20.19". */
export function checkNode(version: string = process.versions.node): Check {
  const { engines } = JSON.parse(readFileSync(join(findPackageRoot(), 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  const wanted = engines.node.replace(/^>=/, '');
  const text = { zh: version, en: version };
  const name = TEXTS.doctorNode;
  return isAtLeast(version, wanted)
    ? { name, state: 'ok', text }
    : { name, state: 'fail', text, fix: TEXTS.fixNode(wanted) };
}

export function isAtLeast(version: string, wanted: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of wanted.split('.').map(Number).entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

/** 政府 in GB 18030: a Node.js without full ICU knows no Chinese encoding. */
export function checkEncodings(): Check {
  const name = TEXTS.doctorEncoding;
  try {
    const text = new TextDecoder('gb18030').decode(Uint8Array.of(0xd5, 0xfe, 0xb8, 0xae));
    if (text === '政府')
      return { name, state: 'ok', text: TEXTS.encodingsFine(process.versions['icu'] ?? '') };
  } catch {
    // RangeError: this Node.js does not know the encoding.
  }
  return { name, state: 'fail', text: TEXTS.encodingsMissing, fix: TEXTS.fixEncodings };
}

export function checkSample(path: string = samplePath()): Check {
  const name = TEXTS.doctorSample;
  return existsSync(path)
    ? { name, state: 'ok', text: TEXTS.present(path) }
    : { name, state: 'fail', text: TEXTS.missing(path), fix: TEXTS.fixReinstall };
}

export function checkChromium(env: Readonly<Record<string, string | undefined>>): Check {
  const name = TEXTS.doctorChromium;
  const path = findChromium(env);
  return path === null
    ? { name, state: 'info', text: TEXTS.chromiumNone, fix: TEXTS.fixChromium }
    : { name, state: 'ok', text: TEXTS.chromiumAt(path) };
}
