import { resolve } from 'node:path';
import type { BuildOptions } from 'esbuild';

/** How everything is made that Node runs. */
export const making = {
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  bundle: true,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** How our sources and the libraries are bundled. */
export const bundling = {
  ...making,
  absWorkingDir: resolve(import.meta.dirname, '../..'),
  // First the module builds: jsonc-parser's main is one that finds its parts only when it is not bundled.
  mainFields: ['module', 'main'],
  legalComments: 'eof',
} as const satisfies BuildOptions;
