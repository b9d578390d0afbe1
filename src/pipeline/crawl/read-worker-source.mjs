// The worker when the program runs from its TypeScript sources (tests, tsx): a thread has no loader of its own.
import { register } from 'tsx/esm/api';

register();
await import('./read-worker.ts');
