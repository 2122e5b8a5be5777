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
    entryPoints: ['configurator/cle.ts', 'configurator/native-host/serve-rest.ts'],
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
  const packs = packsOf(metafile, ['cle']);
  const packOf = (part: string) => {
    const pack = packs.find(({ inside }) => inside.includes(part));
    return pack && `${pack.name}-${packMark}`;
  };
  const parts: Parts = { textOf, exportsOf, packOf };
  const linked = new Map<string, string>();
  for (const { name, inside } of packs) {
    linked.set(join(partsFolder, `${name}-${packMark}.js`), await linkPack(inside, parts));
  }
  const hash = hashOf([...linked.values()].join());
  for (const part of texts.keys()) {
    if (part === 'cle' || packOf(part)) continue;
    const text = await link({ entry: textOf(part), inside: [], folder: '.' }, parts);
    linked.set(join(partsFolder, `${part}.cjs`), text);
  }
  const program = { entry: textOf('cle'), inside: [], folder: `./${partsFolder}` } as const;
  linked.set('cle.cjs', await link(program, parts, { banner: { js: '#!/usr/bin/env node' } }));
  const named = (text: string) => text.replaceAll(packMark, hash);
  return new Map([...linked].map(([name, text]) => [named(name), named(text)]));
}

/** Stands in the names of packs, which name each other, until what is in all of them is known. */
const packMark = 'hash_of_packs';

function linkPack(inside: readonly string[], parts: Parts): Promise<string> {
  return link({ entry: packEntry(inside, parts), inside, folder: '.' }, parts, {
    banner: { js: '(function(module,require,__dirname){' },
    footer: { js: '})' },
  });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
