import { chmod, mkdir, readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundling } from './packing/bundling.ts';
import { cleFiles, partsFolder } from './packing/cle-files.ts';
import { compilePacks } from './packing/compile-packs.ts';

/**
 * Bundles the programs so that they need nothing but Node. What is imported where it is needed becomes a part, read
 * then: parsing all of it takes as long as starting Node. Parts that are needed together lie in one pack.
 *
 * @param outdir gets `cle.cjs`, `host.cjs` and their parts; parts of an earlier bundle are removed
 */
export async function bundle(outdir: string): Promise<void> {
  const files = await cleFiles();
  await mkdir(join(outdir, partsFolder), { recursive: true });
  for (const [name, text] of files) await writeFile(join(outdir, name), text);
  await chmod(join(outdir, 'cle.cjs'), 0o755);
  await writeFile(join(outdir, 'host.cjs'), await hostProgram());
  for (const name of await readdir(join(outdir, partsFolder))) {
    const path = join(partsFolder, name);
    if (!files.has(path)) await unlink(join(outdir, path));
  }
  await compilePacks(join(outdir, 'cle.cjs'));
}

/**
 * The host is one file, as reading many takes longer than all that it does to answer `hello`. It shares no part with
 * what it loads for the rest, so that only bytes may pass between the two: a class of the one is none of the other.
 */
async function hostProgram(): Promise<string> {
  const rest: Plugin = {
    name: 'serve-rest',
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/serve-rest\.ts$/ }, () => ({
        path: `./${partsFolder}/serve-rest.cjs`,
        external: true,
      })),
  };
  const { outputFiles } = await build({
    ...bundling,
    entryPoints: ['configurator/host.ts'],
    format: 'cjs',
    supported: { 'dynamic-import': false },
    plugins: [rest],
  });
  return outputFiles[0]?.text ?? '';
}
