import { type BuildOptions, build, type Plugin } from 'esbuild';
import { making } from './bundling.ts';

/** Parts, as ECMAScript modules that import each other as `….mjs`. */
export interface Parts {
  /** The text of a part. */
  readonly textOf: (part: string) => string | undefined;
  /** The names of what a part exports. */
  readonly exportsOf: (part: string) => readonly string[];
  /** The file of the pack that a part lies in; `undefined` where it is a file of its own. */
  readonly packOf: (part: string) => string | undefined;
}

/** A file to be made of parts. */
export interface Linking {
  /** An ECMAScript module that imports parts. */
  readonly entry: string;
  /** The parts that lie in the file itself. */
  readonly inside: readonly string[];
  /** The folder of the other parts, from the file's own. */
  readonly folder: '.' | `./${string}`;
}

/** What stands before and after the parts. */
type Around = Pick<BuildOptions, 'banner' | 'footer'>;

/** Makes a file of parts, in CommonJS: esbuild splits modules only, which Node starts more slowly. */
export async function link(linking: Linking, parts: Parts, around: Around = {}): Promise<string> {
  const { outputFiles } = await build({
    ...making,
    ...around,
    stdin: { contents: linking.entry, loader: 'js' },
    format: 'cjs',
    supported: { 'dynamic-import': false },
    plugins: [linker(linking, parts)],
  });
  return inAscii(outputFiles[0]?.text ?? '');
}

/**
 * esbuild leaves regular expressions as they are. One letter beyond ASCII, and V8 keeps the whole text in twice the
 * memory, and Node reads it in four times as long.
 */
function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function linker({ inside, folder }: Linking, { textOf, exportsOf, packOf }: Parts): Plugin {
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.mjs$/ }, ({ path, kind }) => {
        const part = path.replace(/^.*\/|\.mjs$/g, '');
        // What is loaded when it is needed is asked for from outside, else esbuild would make each part a function.
        if (inside.includes(part) && kind !== 'dynamic-import') return { path: part, namespace: 'inside' };
        if (packOf(part)) return { path: part, namespace: 'packed' };
        return { path: `${folder}/${part}.cjs`, external: true };
      });
      onResolve({ filter: /\.cjs$/ }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /./, namespace: 'inside' }, ({ path }) => ({ contents: textOf(path) ?? '' }));
      onLoad({ filter: /./, namespace: 'packed' }, ({ path }) => ({
        contents: takenFromPack(path, `__dirname+'${folder.slice(1)}','${packOf(path)}'`, exportsOf(path)),
        resolveDir: import.meta.dirname,
      }));
    },
  };
}

/** A pack that holds parts. What a part exports is gathered when it is asked for: most are not, in most runs. */
export function packEntry(inside: readonly string[], { exportsOf }: Parts): string {
  const parts = inside.map((part, index) => {
    const names = exportsOf(part).map((name, at) => ({ name, local: `of${index}_${at}` }));
    const taken = names.map(({ name, local }) => `'${name}' as ${local}`);
    const given = names.map(({ name, local }) => `'${name}': ${local}`);
    return {
      imports: `import { ${taken.join()} } from './${part}.mjs';`,
      getter: `get '${part}'() { return { ${given.join()} }; },`,
    };
  });
  return [
    ...parts.map(({ imports }) => imports),
    'module.exports = {',
    ...parts.map(({ getter }) => getter),
    '};',
  ].join('\n');
}

/** Each name by itself, else esbuild would copy all of them for every part that asks for one. */
function takenFromPack(part: string, pack: string, names: readonly string[]): string {
  const inside = names.map((name, index) => `'${name}': of${index}`);
  const outside = names.map((name, index) => `of${index} as '${name}'`);
  return `
    import { readPack } from './read-pack.ts';
    const { ${inside.join()} } = readPack(${pack}, require)['${part}'];
    export { ${outside.join()} };`;
}
