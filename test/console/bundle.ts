import { build } from 'esbuild';
import { pageScripts } from './document.ts';

const page = `${import.meta.dirname}/page`;

/** Bundles the page's sources: address → file. */
export async function bundlePage(): Promise<Map<string, { type: string; text: string }>> {
  const { outputFiles } = await build({
    entryPoints: [...pageScripts.map((script) => `${page}/${script}.ts`), `${page}/console.css`],
    bundle: true,
    // A classic script: a page embedded under an opaque origin may not load a module.
    format: 'iife',
    target: 'es2022',
    outdir: '/',
    write: false,
  });
  return new Map(
    outputFiles.map(({ path, text }) => [
      path,
      { type: path.endsWith('.css') ? 'text/css' : 'text/javascript', text },
    ]),
  );
}
