import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { argv } from 'node:process';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { manPage } from './cli/man-page.ts';
import { noticesFile, noticesFor } from './third-party-notices.ts';

const root = resolve(import.meta.dirname, '..');

/** The folder of the parts, beside the programs. */
const partsFolder = 'parts';

const formats = ['hcl', 'ini', 'json', 'php', 'properties', 'python', 'script', 'toml', 'xml', 'yaml'];

/**
 * The parts: modules bundled into files of their own, by file name. A part contains all that it imports except other
 * parts. It must not import a class or a state that another file contains too: there would be two of it.
 */
const parts: Readonly<Record<string, string>> = {
  // Node's compile cache skips a program's first file, so what each command needs is in the second.
  'command-line': 'configurator/cli/program.ts',
  'native-host': 'configurator/native-host/program.ts',
  // Parsing all that only some commands need takes longer than starting Node.
  ...Object.fromEntries(formats.map((name) => [name, `configurator/formats/${name}/${name}.ts`])),
  age: 'age-encryption',
  'parse-php': 'php-parser',
  'parse-python': '@lezer/python',
  'parse-script': '@babel/parser',
  'parse-toml': 'toml-eslint-parser',
  'parse-xml': 'saxes',
  'parse-yaml': 'yaml',
  ecies: 'eciesjs',
  prompts: '@clack/prompts',
  'read-toml': 'smol-toml',
  qr: 'uqr',
  // Every part throws it.
  refusal: 'shared/refusal.ts',
};

const readable = 0o644;

/** What npm packs besides the build. */
const packedSources = ['LICENSE', 'README.fr.md', 'README.md', 'package.json'];

/** CommonJS, which Node starts faster than ES modules. */
const bundling = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  // `import()` becomes a call within the file, or `require` of a part.
  supported: { 'dynamic-import': false },
  // ES module builds first: the main of jsonc-parser cannot find its own files once it is bundled.
  mainFields: ['module', 'main'],
  legalComments: 'eof',
  logLevel: 'warning',
  write: false,
  metafile: true,
} as const satisfies BuildOptions;

/**
 * Bundles the programs so that they need only Node.
 *
 * @param outdir gets `cle.cjs`, `host.cjs`, their parts, the manual page and the licences of what is bundled; an earlier
 *   bundle is removed
 * @returns the sources in each file, as paths from the project's folder
 */
export async function bundle(outdir: string): Promise<Map<string, string[]>> {
  for (const folder of [partsFolder, 'compiled']) {
    await rm(join(outdir, folder), { recursive: true, force: true });
  }
  await mkdir(join(outdir, partsFolder), { recursive: true });
  const sources = new Map<string, string[]>();
  const bundled = new Set<string>();
  const write = async (file: string, entry: string, folder: string, head = '') => {
    const plugins = [externalParts(folder)];
    const { outputFiles, metafile } = await build({ ...bundling, entryPoints: [entry], plugins });
    await place(join(outdir, file), head + inAscii(outputFiles[0]?.text ?? ''));
    sources.set(file, Object.keys(metafile.inputs));
    for (const module of bundledModules(metafile)) bundled.add(module);
  };
  for (const [name, entry] of Object.entries(parts)) await write(`${partsFolder}/${name}.cjs`, entry, '.');
  await write('host.cjs', 'configurator/host.ts', `./${partsFolder}`);
  await write('cle.cjs', 'configurator/cle.ts', `./${partsFolder}`, '#!/usr/bin/env node\n');
  await chmod(join(outdir, 'cle.cjs'), 0o755);
  await place(join(outdir, noticesFile), noticesFor(bundled, root, ['esbuild']));
  await place(join(outdir, 'cle.1'), manPage());
  return sources;
}

/** Sets the mode too, whatever the builder's umask: the mode is part of the package. */
async function place(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  await chmod(path, readable);
}

/** The modules of which something is left after esbuild's tree shaking. */
function bundledModules({ outputs }: Metafile): string[] {
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([module]) => module);
}

/** Keeps parts out of a bundle. @param folder of the parts, relative to the bundled file */
function externalParts(folder: string): Plugin {
  const names = new Map(Object.entries(parts).map(([name, entry]) => [entry, name]));
  return {
    name: 'parts',
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ path, kind, resolveDir }) => {
        if (kind === 'entry-point') return undefined;
        const entry = path.startsWith('.') ? relative(root, resolve(resolveDir, path)) : path;
        const name = names.get(entry.replaceAll(sep, '/'));
        return name === undefined ? undefined : { path: `${folder}/${name}.cjs`, external: true };
      });
    },
  };
}

/**
 * Escapes what esbuild leaves beyond ASCII, which is in regular expressions. With one such letter V8 needs twice the memory for
 * the whole text, and Node takes four times as long to read it.
 */
function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

if (argv[1] === import.meta.filename) {
  await bundle(join(root, '.output/configurator'));
  for (const file of packedSources) await chmod(join(root, file), readable);
}
