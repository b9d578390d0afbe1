import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/reporter.ts'],
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A run in a test does not pause for want of space on the machine that tests.
    env: { TZ: 'UTC', NO_COLOR: '1', GONGKAI_MIN_FREE: '0' },
  },
});
