import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variableSeeds } from '../src/cli/variable-seeds.ts';
import { getExtraction } from '../src/store/get-extraction.ts';
import { loadExtraction } from '../src/store/load-extraction.ts';
import { openStore } from '../src/store/open-store.ts';
import { seedVariables } from '../src/store/seed-variables.ts';

/**
 * Bytes a report takes in the database, for the mix of documents that a database holds: its records are loaded again
 * and again under other names, so that half-filled pages do not count: npx tsx bench/size.ts DATABASE
 */
const COPIES = 60;
const MOST_BYTES = 6 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'gongkai-size-'));
const from = openStore(process.argv[2] ?? 'data/local/gongkai.sqlite', { readonly: true });
try {
  const [empty, full] = [0, COPIES].map(sizeWith);
  const reports = COPIES * ids().length;
  const each = ((full ?? 0) - (empty ?? 0)) / reports;
  console.log(`${reports} reports: ${each.toFixed(0)} bytes each ${each <= MOST_BYTES ? 'ok' : 'TOO MUCH'}`);
} finally {
  from.close();
  rmSync(folder, { recursive: true });
}

function ids(): number[] {
  return from.sqlite.prepare('SELECT id FROM report ORDER BY id').pluck().all() as number[];
}

/** Size of a database with so many copies of every record. */
function sizeWith(copies: number): number {
  const store = openStore(join(folder, `${copies}.sqlite`));
  seedVariables(store, variableSeeds());
  for (let copy = 0; copy < copies; copy++)
    for (const id of ids()) {
      const extraction = getExtraction(from, id);
      if (!extraction) continue;
      const sha256 = `${copy.toString(16).padStart(4, '0')}${extraction.sha256.slice(4)}`;
      const agency = `${extraction.report.agency}${copy}`;
      const origin = { url: `http://www.220382.gov.cn/zwgk/zfxxgknb/202201/t20220120_${copy}_${id}.html` };
      const archived = { file: 'gongkai-000001.warc.gz', offset: 20_000 * id, length: 20_000 };
      const document = {
        ...{ sha256, byteLength: 81_234, kind: 'html', origin, archived },
        parserVersion: '0.1.0',
      };
      loadExtraction(store, document, { ...extraction, sha256, report: { ...extraction.report, agency } });
    }
  store.sqlite.exec('VACUUM');
  store.close();
  return statSync(store.file).size;
}
