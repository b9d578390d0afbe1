import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Written } from '../formats/output-file.ts';
import { writePictures } from '../pictures/write-pictures.ts';
import type { ReleasePlan } from '../release-plan.ts';
import { changesPage } from './changes-page.ts';
import { citation } from './citation.ts';
import { codebookCsv, codebookPage } from './codebook-page.ts';
import { dataPackage } from './data-package.ts';
import { ddi } from './ddi.ts';
import { importDo, importPython, importR } from './import-scripts.ts';
import { knownIssuesPage } from './known-issues-page.ts';
import { licencePage, zenodo } from './licence.ts';
import type { PageInput } from './page-input.ts';
import { readmeEn, readmeZh } from './readme.ts';

/** The texts that come with the tables, by name. */
const PAGES: Readonly<Record<string, (input: PageInput) => string>> = {
  'README.md': readmeEn,
  'README.zh.md': readmeZh,
  'CODEBOOK.md': codebookPage,
  'CODEBOOK.csv': codebookCsv,
  'ddi.xml': ddi,
  'CHANGES.md': changesPage,
  'KNOWN_ISSUES.md': knownIssuesPage,
  'CITATION.cff': citation,
  'LICENSE-data': licencePage,
  '.zenodo.json': zenodo,
  'statistics.json': ({ plan }) => `${JSON.stringify(plan.statistics, null, 1)}\n`,
  'decision-log.json': ({ plan }) => `${JSON.stringify(plan.decisionLog, null, 1)}\n`,
  'import.py': importPython,
  'import.R': importR,
  'import.do': importDo,
};

/**
 * Writes the texts, the pictures, the data package and, last, the checksums of all; returns how many files there are.
 *
 * @param digests - of files that were digested while they were written
 */
export async function writePages(
  dir: string,
  plan: ReleasePlan,
  digests: ReadonlyMap<string, Written>,
  texts: Omit<PageInput, 'plan'>,
): Promise<number> {
  const input: PageInput = { plan, ...texts };
  for (const [name, page] of Object.entries(PAGES)) writeFileSync(join(dir, name), page(input));
  await writePictures(dir, plan.pictures);
  const written = filesIn(dir).map((path) => ({
    path,
    ...(digests.get(path) ?? digestFile(join(dir, path))),
  }));
  writeFileSync(join(dir, 'datapackage.json'), dataPackage(input, written));
  const all = [...written, { path: 'datapackage.json', ...digestFile(join(dir, 'datapackage.json')) }];
  const sums = all.toSorted(byPath).map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  writeFileSync(join(dir, 'SHA256SUMS'), sums.join(''));
  digestFile(join(dir, 'SHA256SUMS'));
  await Promise.all([...digests.values()].map(({ synced }) => synced));
  return all.length + 1;
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : 1;

/** Paths with forward slashes, in order of code points. */
function filesIn(dir: string, under = ''): string[] {
  return readdirSync(join(dir, under), { withFileTypes: true })
    .flatMap((entry) => {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      return entry.isDirectory() ? filesIn(dir, path) : [path];
    })
    .sort();
}

/** Size and digest, with the file forced to the disk: a release that was named must survive a power cut. */
function digestFile(file: string): Omit<Written, 'synced'> {
  const descriptor = openSync(file, 'r+');
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(1024 * 1024);
    let bytes = 0;
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
    fsyncSync(descriptor);
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(descriptor);
  }
}
