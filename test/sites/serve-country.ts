/*
 * Serves the local web of test/sites and writes its registry, to try the commands by hand:
 *
 *   npx tsx test/sites/serve-country.ts DIR [--hosts 60] [--port 0]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCountry } from './country.ts';
import { startWeb } from './web.ts';
import { writeRegistry } from './write-registry.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { hosts: { type: 'string', default: '60' }, port: { type: 'string', default: '0' } },
});
const dir = positionals[0] ?? 'data/local/country';
const country = buildCountry({ hosts: Number(values.hosts) });
mkdirSync(dir, { recursive: true });
writeRegistry(join(dir, 'sources'), country.sources);
const web = await startWeb(country.sites, { port: Number(values.port) });
console.log(`${country.hosts.length} hosts, ${country.reports.length} reports`);
console.log(`--sources ${join(dir, 'sources')} --connect-to ${web.connectTo} --delay 0`);
