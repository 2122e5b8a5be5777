import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomKey, randomValue } from '../bench/random-key.ts';
import { applyCommand, type Workshop } from '../bench/workshop.ts';
import { temporaryFiles } from './temporary-files.ts';

interface ShopFile {
  /** The address of the key. */
  readonly address: string;
  readonly text: (value: string) => string;
}

/** The first is larger than any record in the state folder. */
const files: Readonly<Record<string, ShopFile>> = {
  'lib/CONFIG.php': {
    address: 'ACCESS_KEY',
    text: (value) =>
      `<?php\n\t// settings \n\tDEFINE('ACCESS_KEY', '${value}'); \n${'# a comment of forty characters, no more\n'.repeat(60)}?> `,
  },
  '.env': {
    address: 'PAYLINE_ACCESS_KEY',
    text: (value) => `# shop\r\nAPP_ENV=prod\r\nPAYLINE_ACCESS_KEY='${value}'\r\n# end`,
  },
  'config/payline.yaml': {
    address: 'payline.access_key',
    text: (value) => `# shop\npayline:\n  access_key: "${value}"   # from the console\n`,
  },
};

/** How many files a shop has: a single file is committed in another way than several. */
export const shopSizes = [1, 3] as const;

export type ShopSize = (typeof shopSizes)[number];

export function sizeInWords(size: ShopSize): string {
  return size === 1 ? 'one file' : `${size} files`;
}

const mode = 0o640;

/** Files of several formats that always have the same value, and checks of them. */
export interface Shop {
  readonly workshop: Workshop;
  readonly value: string;
  readonly size: ShopSize;
}

function filesOf({ size }: Pick<Shop, 'size'>): [string, ShopFile][] {
  return Object.entries(files).slice(0, size);
}

export async function openShop(workshop: Workshop, size: ShopSize): Promise<Shop> {
  const shop = { workshop, value: randomValue(), size };
  const targets = filesOf(shop).map(
    ([file, { address }]) => `    - { file: ${file}, set: { ${address}: accessKey } }\n`,
  );
  await workshop.write('cle.config.yaml', `version: 1\nenvironments:\n  homologation:\n${targets.join('')}`);
  for (const [file, { text }] of filesOf(shop)) {
    await mkdir(dirname(join(workshop.dir, file)), { recursive: true });
    await writeFile(join(workshop.dir, file), text(shop.value), { mode });
  }
  return shop;
}

/** In bytes. */
export async function largestFile({ workshop, size }: Shop): Promise<number> {
  const sizes = filesOf({ size }).map(async ([file]) => (await stat(join(workshop.dir, file))).size);
  return Math.max(...(await Promise.all(sizes)));
}

export type State = 'old' | 'new' | 'mixed' | 'torn';

/** Compares every byte of the shop's files with the allowed contents. */
export async function inspect(shop: Shop, next: string): Promise<State> {
  const { workshop, value } = shop;
  const found = new Set<State>();
  for (const [file, { text }] of filesOf(shop)) {
    const now = await readFile(join(workshop.dir, file), 'utf8');
    found.add(now === text(value) ? 'old' : now === text(next) ? 'new' : 'torn');
  }
  if (found.has('torn')) return 'torn';
  return found.size > 1 ? 'mixed' : ([...found][0] ?? 'torn');
}

/**
 * Files that are not the shop's own, files whose mode changed, and what a crash leaves in the state folder: must be
 * none after the next start.
 */
export async function leftovers(shop: Shop): Promise<string[]> {
  const { workshop } = shop;
  const known = new Set([...filesOf(shop).flatMap(([file]) => [file, dirname(file)]), 'cle.config.yaml']);
  const there = await readdir(workshop.dir, { recursive: true });
  const strange = there.filter((name) => !known.has(name));
  for (const [file] of filesOf(shop)) {
    const { mode: now } = await stat(join(workshop.dir, file));
    if ((now & 0o777) !== mode) strange.push(`${file} has mode ${(now & 0o777).toString(8)}`);
  }
  const records = await readdir(join(workshop.state, 'commits')).catch(() => []);
  return [...strange, ...records, ...(await temporaryFiles(workshop.state))];
}

/** Starts `cle apply` with a new key; `ended` gives its exit status, or `undefined` where it was killed. */
export function startApply(
  { workshop }: Shop,
  env: NodeJS.ProcessEnv = {},
  flags: readonly string[] = [],
  command: readonly [string, ...string[]] = applyCommand(workshop.dir),
) {
  const key = randomKey();
  const [file, ...args] = command;
  let errors = '';
  const child = execFile(
    file,
    [...args, ...flags],
    { env: { ...workshop.env, ...env } },
    (_error, _output, stderr) => {
      errors = stderr;
    },
  );
  child.stdin?.on('error', () => {});
  child.stdin?.end(key);
  const ended = new Promise<number | undefined>((resolve) =>
    child.on('close', (status) => resolve(status ?? undefined)),
  );
  const { accessKey } = JSON.parse(key) as { accessKey: string };
  return { child, ended, next: accessKey, stderr: () => errors };
}

/**
 * Runs only the plan, which completes or removes whatever a crash left.
 *
 * @returns the exit status
 */
export function nextStart(shop: Shop, env: NodeJS.ProcessEnv = {}): Promise<number | undefined> {
  return startApply(shop, env, ['--dry-run']).ended;
}
