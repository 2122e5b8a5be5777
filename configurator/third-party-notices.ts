import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The file that both builds write beside their bundles. */
export const noticesFile = 'THIRD-PARTY-NOTICES';

interface Package {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly license: string;
  readonly author: string;
  readonly source: string;
  /** The text of its licence files; `undefined` where it has none. */
  readonly text: string | undefined;
}

/** Virtual modules contain code of the bundler that makes them. */
const bundlers: readonly (readonly [module: RegExp, bundler: string])[] = [
  [/^\0rolldown\//, 'rolldown'],
  [/^\0vite\//, 'vite'],
  [/^\0virtual:wxt-/, 'wxt'],
];

/**
 * Lists every package of which something was bundled, with its licence and the licence's text.
 *
 * @param modules as a bundler names them: paths, relative to `root` or absolute, or names of virtual modules
 * @param others names of packages of which each bundle has a piece that is not a module
 * @throws Error where a package has no licence, or one whose text is not known
 */
export function noticesFor(modules: Iterable<string>, root: string, others: readonly string[] = []): string {
  const folders = new Set(others.map((name) => join(root, 'node_modules', name)));
  for (const module of modules) {
    const folder = packageFolder(module, root);
    if (folder !== undefined) folders.add(folder);
  }
  const packages = [...folders].map(read).sort(byName);
  const about = 'This program includes these packages, whole or in part, each under its own licence.';
  return [`${about}\n`, ...packages.map((each) => noticeOf(each, packages))].join(`\n${'='.repeat(80)}\n\n`);
}

/** The folder of the package that a module belongs to; `undefined` for one of ours. */
function packageFolder(module: string, root: string): string | undefined {
  const bundler = bundlers.find(([name]) => name.test(module))?.[1];
  if (bundler !== undefined) return join(root, 'node_modules', bundler);
  if (module.startsWith('\0')) return undefined;
  const path = resolve(root, module).replaceAll('\\', '/');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

function read(folder: string): Package {
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Record<string, string | { readonly name?: string; readonly url?: string } | undefined>;
  if (typeof license !== 'string') throw new Error(`"${folder}" names no licence`);
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file));
  const texts = files.sort().map((file) => ownText(readFileSync(join(folder, file), 'utf8')));
  return {
    name: String(name),
    version: String(version),
    license,
    author: (typeof author === 'object' ? author.name : author) ?? `the authors of ${name}`,
    source: addressOf((typeof repository === 'object' ? repository.url : repository) ?? ''),
    text: texts.length > 0 ? texts.join('\n\n') : undefined,
  };
}

/** Cuts off the licences of a bundler's own dependencies, which follow its own licence in one file. */
function ownText(text: string): string {
  return (text.split(/^#+ Licenses of bundled dependencies/im)[0] ?? '').replaceAll('\r\n', '\n').trim();
}

function addressOf(repository: string): string {
  const address = repository.replace(/^git\+/, '').replace(/\.git$/, '');
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(address);
  return short ? `https://github.com/${short[1]}` : address;
}

function byName(a: Package, b: Package): number {
  const [one, other] = [`${a.name} ${a.version}`, `${b.name} ${b.version}`];
  return one < other ? -1 : Number(one > other);
}

function noticeOf(
  { name, version, license, author, source, text }: Package,
  all: readonly Package[],
): string {
  const known = text ?? borrowedText(license, author, all);
  if (known === undefined) throw new Error(`"${name}" has no text of its licence, ${license}`);
  return `${name} ${version}\n${license}\n${source}\n\n${known}\n`;
}

/** For a package that names a licence without its text: another package's text of it, with this package's author. */
function borrowedText(license: string, author: string, all: readonly Package[]): string | undefined {
  const lender = all.find((other) => other.license === license && other.text !== undefined);
  return lender?.text?.replace(/^Copyright .*$/gm, `Copyright (c) ${author.replace(/ *<.*>/, '')}`);
}
