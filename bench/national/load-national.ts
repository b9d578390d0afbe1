import { variableSeeds } from '../../src/cli/variable-seeds.ts';
import { loadExtraction } from '../../src/store/load-extraction.ts';
import { openStore } from '../../src/store/open-store.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import { nationalReport } from './national-report.ts';
import { nationalUnits } from './national-units.ts';

/** Loads a sample of the national load into a new database; returns its reports and values. */
export function loadNational(
  file: string,
  reports: number,
): { readonly reports: number; readonly values: number } {
  const store = openStore(file);
  let [loaded, values] = [0, 0];
  try {
    seedVariables(store, variableSeeds());
    for (const unit of nationalUnits(reports)) {
      const extraction = nationalReport(unit);
      const origin = {
        url: `http://www.${unit.division}.gov.cn/zwgk/zfxxgknb/${unit.year}/t${unit.seed}.html`,
      };
      const archived = { file: 'gongkai-000001.warc.gz', offset: 20_000 * loaded, length: 20_000 };
      const document = { sha256: extraction.sha256, byteLength: 81_234, kind: 'html', origin, archived };
      loadExtraction(store, { ...document, parserVersion: '0.1.0' }, extraction);
      loaded++;
      values += extraction.cells.length;
    }
  } finally {
    store.close();
  }
  return { reports: loaded, values };
}
