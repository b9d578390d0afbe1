/**
 * Puts a release at Zenodo, into a draft that a person publishes there.
 *
 *   npx tsx scripts/deposit-release.ts reserve [--new-version-of ID]
 *   npx tsx scripts/deposit-release.ts upload RELEASE --deposit ID
 *
 * Says what would be asked for, and asks for nothing, unless `--send` is given. --server is https://sandbox.zenodo.org
 * unless told otherwise. The token is taken from ZENODO_TOKEN.
 */
import { parseArgs } from 'node:util';
import { planUpload } from './deposit/plan-upload.ts';
import { UsageProblem } from './deposit/usage-problem.ts';
import { reserve, upload, type Zenodo } from './deposit/zenodo.ts';

const USAGE = `usage: npx tsx scripts/deposit-release.ts reserve [--new-version-of ID] [--server URL] [--send]
       npx tsx scripts/deposit-release.ts upload RELEASE --deposit ID [--server URL] [--send]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'new-version-of': { type: 'string' },
    deposit: { type: 'string' },
    server: { type: 'string', default: 'https://sandbox.zenodo.org' },
    send: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const [what, release] = positionals;
  if (what === 'reserve') await runReserve();
  else if (what === 'upload' && release !== undefined) await runUpload(release);
  else throw new UsageProblem(USAGE);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageProblem ? 2 : 1;
}

async function runReserve(): Promise<void> {
  const before = values['new-version-of'] === undefined ? undefined : numberOf(values['new-version-of']);
  const path = before === undefined ? '' : `/${before}/actions/newversion`;
  if (!values.send) return say(`would POST /api/deposit/depositions${path} to ${values.server}`);
  const { id, doi, concept } = await reserve(connect(), before);
  say(`deposit ${id}`);
  say(`DOI of this version: ${doi} (gongkai export --doi ${doi})`);
  if (concept !== null) say(`DOI of all versions: ${concept} (data/release/doi.yml)`);
}

async function runUpload(release: string): Promise<void> {
  const id = numberOf(values.deposit ?? '');
  const deposit = await planUpload(release);
  if (values.send) {
    await upload(connect(), id, deposit);
    return say(`${deposit.uploads.length} files are in deposit ${id}: look at it, and publish it there`);
  }
  say(`to deposit ${id} at ${values.server}, version DOI ${deposit.doi ?? 'none: export with --doi'}`);
  for (const { name, bytes } of deposit.uploads) say(`would PUT ${name} (${bytes} bytes)`);
  say(`would PUT metadata ${JSON.stringify(deposit.metadata)}`);
}

function connect(): Zenodo {
  const { protocol, hostname } = new URL(values.server);
  if (protocol !== 'https:' && hostname !== '127.0.0.1')
    throw new UsageProblem('the token goes over https alone');
  const token = process.env['ZENODO_TOKEN'] ?? '';
  if (token === '') throw new UsageProblem('ZENODO_TOKEN is not set');
  return { server: values.server, token, say };
}

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UsageProblem(USAGE);
  return Number(text);
}
