import { chmod } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/**
 * Bundles each program into one file that needs nothing but Node. What is imported where it is needed stays lazy: the
 * bundle holds it, and evaluates it then.
 *
 * @param outdir gets `cle.cjs` and `host.cjs`
 */
export async function bundle(outdir: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { cle: 'configurator/cle.ts', host: 'configurator/host.ts' },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    // First the module builds: jsonc-parser's main is one that finds its parts only when it is not bundled.
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'eof',
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  });
  await chmod(join(outdir, 'cle.cjs'), 0o755);
}
