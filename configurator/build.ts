import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { argv } from 'node:process';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { manPage } from './cli/man-page.ts';
import { noticesFile, noticesFor } from './third-party-notices.ts';

const root = resolve(import.meta.dirname, '..');

/** Where the parts lie, beside the programs. */
const partsFolder = 'parts';

const formats = ['hcl', 'ini', 'json', 'php', 'properties', 'python', 'script', 'toml', 'xml', 'yaml'];

/**
 * What lies in a file of its own, by its name there. A part has in it all that it needs but other parts; it must need
 * nothing with a class or a state that others have in them too, as there would be two of it.
 */
const parts: Readonly<Record<string, string>> = {
  // What is compiled of the first file of a program, Node does not keep: what each command needs is the second.
  'command-line': 'configurator/cli/program.ts',
  'native-host': 'configurator/native-host/program.ts',
  // To parse all that only some commands need takes longer than starting Node.
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
  // All of them throw it.
  refusal: 'shared/refusal.ts',
};

const readable = 0o644;

/** What npm packs beside what is built. */
const packedToo = ['LICENSE', 'README.fr.md', 'README.md', 'package.json'];

/** How our sources and the libraries are bundled, in CommonJS, which Node starts sooner than modules. */
const bundling = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  // `import()` becomes a call within the file, or `require` of a part.
  supported: { 'dynamic-import': false },
  // First the module builds: jsonc-parser's main is one that finds its parts only when it is not bundled.
  mainFields: ['module', 'main'],
  legalComments: 'eof',
  logLevel: 'warning',
  write: false,
  metafile: true,
} as const satisfies BuildOptions;

/**
 * Bundles the programs so that they need nothing but Node.
 *
 * @param outdir gets `cle.cjs`, `host.cjs`, their parts, the manual page and the licences of what is in them; nothing of an earlier bundle
 *   stays
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
    const plugins = [partsApart(folder)];
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

/** Whoever builds, and whatever they keep from others: the mode is part of the package. */
async function place(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  await chmod(path, readable);
}

/** The modules of which something was left once esbuild had dropped what nobody uses. */
function bundledModules({ outputs }: Metafile): string[] {
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([module]) => module);
}

/** Leaves parts out of a file. @param folder that of the parts, from the file's own */
function partsApart(folder: string): Plugin {
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
 * esbuild leaves regular expressions as they are. One letter beyond ASCII, and V8 keeps the whole text in twice the
 * memory, and Node reads it in four times as long.
 */
function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

if (argv[1] === import.meta.filename) {
  await bundle(join(root, '.output/configurator'));
  for (const file of packedToo) await chmod(join(root, file), readable);
}
