import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { registryOfTests } from './e2e/harness/workspace.ts';

const minute = 60_000;
const shared = {
  globalSetup: ['test/setup/seed.ts'],
  // What a browser of a developer's own finds in the registry of Windows stays as it is.
  env: { CLE_REGISTRY: registryOfTests },
  // No test waits so long: a machine that is busy must not fail one.
  testTimeout: 10 * minute,
  hookTimeout: 10 * minute,
  // A test that compares nothing passes whatever the program does.
  expect: { requireAssertions: true, poll: { timeout: 2 * minute } },
};

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [
            'test/*.test.ts',
            'test/{shared,configurator,extension,setup,console,canary,torture}/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // Two browsers at once, beside the unit tests, leave each other too little of two cores.
          fileParallelism: false,
          // A browser or its driver that fails once is asked once more; what fails twice is ours.
          retry: 1,
          setupFiles: ['test/e2e/harness/before-each-file.ts'],
          // A process serves many files, so that its browsers do.
          isolate: false,
        },
      },
    ],
  },
});
