import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/** Where the libraries lie that few commands need, beside the programs. */
const partsFolder = 'parts';

/** The libraries that are read from files of their own, when they are needed: parsing all of them takes longer than starting Node. */
const parts = [
  '@babel/parser',
  '@clack/prompts',
  '@lezer/python',
  'age-encryption',
  'eciesjs',
  'php-parser',
  'saxes',
  'smol-toml',
  'toml-eslint-parser',
  'uqr',
  'yaml',
];

/** How our sources and the libraries are bundled, in CommonJS, which Node starts sooner than modules. */
const bundling = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  // With names: they would also have the folder of the libraries in them, and be a fifth of what is parsed at each start.
  minify: true,
  // `import()` becomes a call within the file.
  supported: { 'dynamic-import': false },
  // First the module builds: jsonc-parser's main is one that finds its parts only when it is not bundled.
  mainFields: ['module', 'main'],
  legalComments: 'eof',
  logLevel: 'warning',
  write: false,
} as const satisfies BuildOptions;

/**
 * Bundles the programs so that they need nothing but Node: each is one file with all of our sources that it may need,
 * run when they are needed, and both share the parts.
 *
 * @param outdir gets `cle.cjs`, `host.cjs` and the parts; nothing of an earlier bundle stays
 */
export async function bundle(outdir: string): Promise<void> {
  await rm(join(outdir, partsFolder), { recursive: true, force: true });
  await mkdir(join(outdir, partsFolder), { recursive: true });
  for (const name of parts) await writeFile(join(outdir, partPath(name)), await text(name, []));
  await writeFile(join(outdir, 'host.cjs'), await text('configurator/host.ts', [partsApart]));
  const cle = await text('configurator/cle.ts', [partsApart]);
  await writeFile(join(outdir, 'cle.cjs'), `#!/usr/bin/env node\n${cle}`);
  await chmod(join(outdir, 'cle.cjs'), 0o755);
}

const partPath = (name: string) => `./${partsFolder}/${name.replace(/^@/, '').replace('/', '-')}.cjs`;

const partsApart: Plugin = {
  name: 'parts',
  setup({ onResolve }) {
    const filter = new RegExp(`^(${parts.join('|')})$`);
    onResolve({ filter }, ({ path }) => ({ path: partPath(path), external: true }));
  },
};

async function text(entryPoint: string, plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({ ...bundling, entryPoints: [entryPoint], plugins });
  return inAscii(outputFiles[0]?.text ?? '');
}

/**
 * esbuild leaves regular expressions as they are. One letter beyond ASCII, and V8 keeps the whole text in twice the
 * memory, and Node reads it in four times as long.
 */
function inAscii(program: string): string {
  return program.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

if (argv[1] === import.meta.filename) await bundle(join(root, '.output/configurator'));
