import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling } from './bundling.ts';
import { link, type Parts, packEntry } from './link.ts';
import { packsOf, partName } from './packs.ts';

/** Where the parts lie that a program loads when it needs them, beside the programs. */
export const partsFolder = 'parts';

/**
 * The text of `cle.cjs`, of its parts and of those of the host, by their names in the folder of the programs. Parts come
 * before the program: whoever starts it while they are written finds all that it names.
 */
export async function cleFiles(): Promise<Map<string, string>> {
  const { outputFiles, metafile } = await build({
    ...bundling,
    entryPoints: ['configurator/cle.ts', 'configurator/host/serve-rest.ts'],
    outdir: partsFolder,
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    format: 'esm',
    metafile: true,
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [partName(path), text]));
  const textOf = (part: string) => texts.get(part) ?? '';
  const exported = new Map(
    Object.entries(metafile.outputs).map(([path, { exports }]) => [partName(path), exports]),
  );
  const exportsOf = (part: string) => exported.get(part) ?? [];
  const packs = packsOf(metafile, ['cle']).map(({ name, inside }) => ({
    name: `${name}-${hashOf(inside.map(textOf).join())}`,
    inside,
  }));
  const packOf = (part: string) => packs.find(({ inside }) => inside.includes(part))?.name;
  const parts: Parts = { textOf, exportsOf, packOf };
  const files = new Map<string, string>();
  const put = (name: string, text: string) => files.set(join(partsFolder, name), text);
  for (const { name, inside } of packs) {
    const pack = await linkPack(inside, parts);
    const file = `${name}-${hashOf(pack)}`;
    put(`${file}.js`, pack);
    put(`${name}.cjs`, await packReader(file));
  }
  for (const part of texts.keys()) {
    if (part === 'cle' || packOf(part)) continue;
    put(`${part}.cjs`, await link({ entry: textOf(part), inside: [], folder: './' }, parts));
  }
  const program = { entry: textOf('cle'), inside: [], folder: `./${partsFolder}/` };
  return files.set('cle.cjs', await link(program, parts, { banner: { js: '#!/usr/bin/env node' } }));
}

function linkPack(inside: readonly string[], parts: Parts): Promise<string> {
  return link({ entry: packEntry(inside, parts), inside, folder: './' }, parts, {
    banner: { js: '(function(module,require){' },
    footer: { js: '})' },
  });
}

/** The file by which Node's `require` comes to a pack. */
async function packReader(file: string): Promise<string> {
  const contents = `import { readPack } from './read-pack.ts'; module.exports = readPack(__dirname + '/${file}', require);`;
  const stdin = { contents, resolveDir: import.meta.dirname };
  const { outputFiles } = await build({ ...bundling, stdin, format: 'cjs' });
  return outputFiles[0]?.text ?? '';
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
