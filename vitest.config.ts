import { defineConfig } from 'vitest/config';

/** Tests of code that takes values and gives values: they share a process, and load forms, labels and pdf.js once. */
const PURE = [
  ...['corrections', 'forms', 'generate', 'golden', 'localise', 'lookups', 'model', 'mutation', 'numerals'],
  ...['parsers', 'places', 'properties', 'rules', 'sources', 'validators'],
].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
    // A test that waits for something says how long; this is for what has stopped for good, on a busy machine too.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // A run in a test does not pause for want of space on the machine that tests.
    env: { TZ: 'UTC', NO_COLOR: '1', GONGKAI_MIN_FREE: '0' },
  },
});
