import { exportFrom } from './make-release.ts';

/* A process of its own, so that time zone and language are those of its environment: DATABASE TO */
const [database = '', to = ''] = process.argv.slice(2);
await exportFrom(database, { to });
