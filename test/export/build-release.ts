import type { Format } from '../../src/export/release-table.ts';
import { exportFrom } from './make-release.ts';

/* A process of its own, so that time zone and language are those of its environment: DATABASE TO [FORMATS] */
const [database = '', to = '', formats] = process.argv.slice(2);
await exportFrom(database, { to, ...(formats ? { formats: formats.split(',') as Format[] } : {}) });
