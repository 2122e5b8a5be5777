import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the builds of both programs leave beside what they bundle. */
export const noticesFile = 'THIRD-PARTY-NOTICES';

interface Package {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it. */
  readonly license: string;
  readonly author: string;
  readonly source: string;
  /** Of its own licence files; `undefined` where it has none. */
  readonly text: string | undefined;
}

/** Modules that a bundler makes up hold code of its own. */
const makers: readonly (readonly [module: RegExp, maker: string])[] = [
  [/^\0rolldown\//, 'rolldown'],
  [/^\0vite\//, 'vite'],
  [/^\0virtual:wxt-/, 'wxt'],
];

/**
 * Names every package of which something was bundled, with its licence and that licence's text.
 *
 * @param modules as a bundler names them: paths, from `root` where they are relative, or made-up names
 * @param others packages, by name, of which each bundle has a piece that is no module
 * @throws Error where a package has no licence, or one whose text is not known
 */
export function noticesFor(modules: Iterable<string>, root: string, others: readonly string[] = []): string {
  const folders = new Set(others.map((name) => join(root, 'node_modules', name)));
  for (const module of modules) {
    const folder = packageFolder(module, root);
    if (folder !== undefined) folders.add(folder);
  }
  const packages = [...folders].map(read).sort(byName);
  const about =
    'This program has in it, whole or in part, what these packages hold, each under its own licence.';
  return [`${about}\n`, ...packages.map((each) => noticeOf(each, packages))].join(`\n${'='.repeat(80)}\n\n`);
}

/** The folder of the package that a module belongs to; `undefined` for one of ours. */
function packageFolder(module: string, root: string): string | undefined {
  const maker = makers.find(([name]) => name.test(module))?.[1];
  if (maker !== undefined) return join(root, 'node_modules', maker);
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

/** A bundler's licence file goes on with those of what is bundled in the bundler. */
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

/** Some packages name a licence and leave out its text, which is that of another package but for whom it names. */
function borrowedText(license: string, author: string, all: readonly Package[]): string | undefined {
  const lender = all.find((other) => other.license === license && other.text !== undefined);
  return lender?.text?.replace(/^Copyright .*$/gm, `Copyright (c) ${author.replace(/ *<.*>/, '')}`);
}
