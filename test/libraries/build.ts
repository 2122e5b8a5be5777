import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { noticesFile, noticesFor } from '../../configurator/third-party-notices.ts';

// Builds the pages of component libraries anew: npm run libraries. It needs the network, and some minutes. Other versions
// go into package.json beside this; a further library is a file in sources/ and an entry in libraries.ts.

const here = import.meta.dirname;
/** Where the libraries are installed: they are no packages of this project. */
const workshop = resolve(process.argv[2] ?? join(here, '../../.output/libraries'));
/** What a page begins with; the key is put in when it is served. */
const head =
  '<!doctype html><meta charset="utf-8"><title>Centre Administration</title><script>const key = {{key}};</script>';

/** What the builds of Vue and Quasar leave to who bundles them. */
const flags = {
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  __QUASAR_VERSION__: '""',
  __QUASAR_SSR__: 'false',
  __QUASAR_SSR_SERVER__: 'false',
  __QUASAR_SSR_CLIENT__: 'false',
  __QUASAR_SSR_PWA__: 'false',
};

mkdirSync(workshop, { recursive: true });
if (!existsSync(join(workshop, 'node_modules'))) {
  cpSync(join(here, 'package.json'), join(workshop, 'package.json'));
  const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', ...options], { cwd: workshop, stdio: 'inherit' });
}
// Beside their own packages, so that none of this project's is taken in place of one.
rmSync(join(workshop, 'sources'), { recursive: true, force: true });
cpSync(join(here, 'sources'), join(workshop, 'sources'), { recursive: true });

const pages = join(here, 'pages');
mkdirSync(pages, { recursive: true });
const modules = new Set<string>();
for (const source of readdirSync(join(here, 'sources')).filter((file) => /\.jsx?$/.test(file))) {
  const name = source.replace(/\.jsx?$/, '');
  const page = pack(await pageOf(source));
  writeFileSync(join(pages, `${name}.html.gz`), page);
  process.stdout.write(`${name}: ${Math.round(page.length / 1000)} kB\n`);
}
writeFileSync(join(pages, `${noticesFile}.gz`), pack(noticesFor(modules, workshop)));

/** What is minified already, nobody reads as it is. */
function pack(text: string): Buffer {
  return gzipSync(text, { level: 9 });
}

/** One document with all that it needs, as small as it gets. */
async function pageOf(source: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: workshop,
    entryPoints: [join('sources', source)],
    outdir: 'out',
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'inline',
    define: {
      'process.env': '{}',
      'process.env.NODE_ENV': '"production"',
      ...flags,
    },
    // Pictures and fonts change nothing of what is tested.
    loader: Object.fromEntries(
      ['svg', 'woff', 'woff2', 'ttf', 'eot', 'png'].map((type) => [`.${type}`, 'empty']),
    ),
    logLevel: 'warning',
  });
  for (const input of Object.keys(metafile.inputs)) modules.add(input);
  const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text.trim() ?? '';
  return `${head}\n<style>${text('.css')}</style>\n<body>\n<script>${text('.js')}</script>\n`;
}
