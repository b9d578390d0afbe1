// The worker when the program runs from its TypeScript sources (tests, tsx): a thread has no loader of its own.
import { register } from 'tsx/esm/api';

register();
export const { begin, encodePart, writeWhole } = await import('./release-worker.ts');
