import { chmod, mkdir, readdir, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  type BuildOptions,
  build,
  type OutputFile,
  type Plugin,
  type TransformOptions,
  transform,
} from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/** Where the parts lie that a program loads when it needs them, beside the programs. */
const parts = 'parts';

const serveRest = `${parts}/serve-rest`;

const programs = { cle: 'configurator/cle.ts', [serveRest]: 'configurator/host/serve-rest.ts' };

const common = {
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
} as const satisfies TransformOptions;

const bundling = {
  ...common,
  absWorkingDir: root,
  bundle: true,
  // First the module builds: jsonc-parser's main is one that finds its parts only when it is not bundled.
  mainFields: ['module', 'main'],
  legalComments: 'eof',
  write: false,
} as const satisfies BuildOptions;

/**
 * Bundles the programs so that they need nothing but Node. What is imported where it is needed becomes a file of its
 * own, read then: parsing all of it takes as long as starting Node.
 *
 * @param outdir gets `cle.cjs`, `host.cjs` and their parts; parts of an earlier bundle are removed
 */
export async function bundle(outdir: string): Promise<void> {
  const { outputFiles } = await build({
    ...bundling,
    entryPoints: programs,
    outdir,
    outExtension: { '.js': '.cjs' },
    chunkNames: `${parts}/[name]-[hash]`,
    splitting: true,
    format: 'esm',
    banner: { js: '#!/usr/bin/env node' },
  });
  await mkdir(join(outdir, parts), { recursive: true });
  // Parts before programs: whoever starts one meanwhile finds all that it names.
  for (const { path, text } of outputFiles.toSorted(partsFirst)) {
    await writeFile(path, await toCommonJs(text));
  }
  await chmod(join(outdir, 'cle.cjs'), 0o755);
  await writeFile(join(outdir, 'host.cjs'), await hostProgram());
  const kept = new Set(outputFiles.map(({ path }) => basename(path)));
  for (const name of await readdir(join(outdir, parts))) {
    if (!kept.has(name)) await unlink(join(outdir, parts, name));
  }
}

/**
 * The host is one file, as reading many takes longer than all that it does to answer `hello`. It shares no part with
 * what it loads for the rest, so that only bytes may pass between the two: a class of the one is none of the other.
 */
async function hostProgram(): Promise<string> {
  const rest: Plugin = {
    name: 'serve-rest',
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/serve-rest\.ts$/ }, () => ({ path: `./${serveRest}.cjs`, external: true })),
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

function partsFirst(a: OutputFile, b: OutputFile): number {
  const isPart = ({ path }: OutputFile) => Number(basename(dirname(path)) === parts);
  return isPart(b) - isPart(a);
}

/** esbuild splits modules only, which Node starts more slowly than CommonJS. */
async function toCommonJs(text: string): Promise<string> {
  const supported = { 'dynamic-import': false };
  return (await transform(text, { ...common, format: 'cjs', supported })).code;
}
