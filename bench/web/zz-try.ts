import { openStore } from '../../src/store/open-store.ts';
import { findQueue } from '../../src/store/explore/find-queue.ts';
import { countFacets } from '../../src/store/explore/count-facets.ts';
import { listReportLines } from '../../src/store/explore/list-report-lines.ts';
import { countReportFacets } from '../../src/store/explore/report-facets.ts';
import { coverageGrid } from '../../src/store/explore/coverage-grid.ts';
const store = openStore('/tmp/big.sqlite', { readonly: true });
const time = (name: string, work: () => unknown) => {
  const t: number[] = [];
  for (let i = 0; i < 5; i++) { const s = process.cpuUsage(); work(); const e = process.cpuUsage(s); t.push((e.user + e.system) / 1000); }
  console.log(name.padEnd(50), t.map((x) => x.toFixed(1)).join(' '));
};
const F: any[] = [{}, { rule: ['cell.malformed'] }, { severity: ['info'] }, { place: '44' }, { place: '4401' }, { place: '440106' }, { place: '37', status: ['open'] }, { year: [2021], status: ['open'], severity: ['error'] }, { report: 77 }, { assignee: 'x' }];
for (const f of F) {
  time('findQueue ' + JSON.stringify(f), () => findQueue(store, f, { limit: 50 }));
  time('  deep', () => findQueue(store, f, { limit: 50, offset: 5000 }));
  time('  facets', () => countFacets(store, f));
}
for (const f of [{}, { place: '44' }, { year: [2020] }, { place: '4401' }, { agency: '教育' }, { checks: ['failed'], form: ['2019'] }] as any[]) {
  for (const sort of ['year', 'place', 'failed', 'published'] as const) time('reports ' + sort + JSON.stringify(f), () => listReportLines(store, f, { limit: 50, sort }));
  time('  deep', () => listReportLines(store, f, { limit: 50, offset: 100000 }));
  time('  facets', () => countReportFacets(store, f));
}
time('coverage', () => coverageGrid(store)); time('coverage 44', () => coverageGrid(store, '44'));
