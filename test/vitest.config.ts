import { defineConfig } from 'vitest/config';

const minute = 60_000;

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      {
        test: {
          name: 'unit',
          // No test fails because the machine is busy.
          testTimeout: minute,
          include: [
            'test/*.test.ts',
            'test/{shared,configurator,extension,setup,console,canary,torture}/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
          fileParallelism: false,
          setupFiles: ['test/e2e/harness/before-each-file.ts'],
          // One process for all files, so that a browser serves many of them.
          isolate: false,
        },
      },
    ],
  },
});
