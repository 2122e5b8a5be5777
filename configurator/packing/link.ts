import { type BuildOptions, build, type Plugin } from 'esbuild';
import { making } from './bundling.ts';

/** Parts, as ECMAScript modules that import each other as `….mjs`. */
export interface Parts {
  /** The text of a part. */
  readonly textOf: (part: string) => string | undefined;
  /** The file of the pack that a part lies in; `undefined` where it is a file of its own. */
  readonly packOf: (part: string) => string | undefined;
}

/** A file to be made of parts. */
export interface Linking {
  /** An ECMAScript module that imports parts. */
  readonly entry: string;
  /** The parts that lie in the file itself. */
  readonly inside: readonly string[];
  /** The way to the folder of the other parts. */
  readonly folder: string;
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

function linker({ inside, folder }: Linking, { textOf, packOf }: Parts): Plugin {
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.mjs$/ }, ({ path, kind }) => {
        const part = path.replace(/^.*\/|\.mjs$/g, '');
        // What is loaded when it is needed is asked for from outside, else esbuild would make each part a function.
        if (inside.includes(part) && kind !== 'dynamic-import') return { path: part, namespace: 'inside' };
        if (packOf(part)) return { path: part, namespace: 'packed' };
        return { path: `${folder}${part}.cjs`, external: true };
      });
      onResolve({ filter: /\.cjs$/ }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /./, namespace: 'inside' }, ({ path }) => ({ contents: textOf(path) ?? '' }));
      onLoad({ filter: /./, namespace: 'packed' }, ({ path }) => ({
        contents: takenFromPack(path, `${folder}${packOf(path)}.cjs`),
      }));
    },
  };
}

/** A pack that holds parts. */
export function packEntry(inside: readonly string[]): string {
  return inside.map((part) => `export * as '${part}' from './${part}.mjs';`).join('\n');
}

/** The mark says that the part was a module, whose default export is its own. */
function takenFromPack(part: string, pack: string): string {
  return `module.exports = Object.defineProperty(require('${pack}')['${part}'], '__esModule', { value: true });`;
}
