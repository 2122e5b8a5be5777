import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomKey, randomValue } from '../bench/random-key.ts';
import { applyCommand, type Workshop } from '../bench/workshop.ts';
import { temporaryFiles } from './temporary-files.ts';

const files: Readonly<Record<string, (value: string) => string>> = {
  '.env': (value) => `# shop\r\nAPP_ENV=prod\r\nPAYLINE_ACCESS_KEY='${value}'\r\n# end`,
  'config/payline.yaml': (value) => `# shop\npayline:\n  access_key: "${value}"   # from the console\n`,
  'lib/CONFIG.php': (value) =>
    `<?php\n\t// settings \n\tDEFINE('ACCESS_KEY', '${value}'); \n${'# a comment of forty characters, no more\n'.repeat(60)}?> `,
};

/** The one that is larger than what the program notes in its state folder. */
export const largestFile = 'lib/CONFIG.php';

const project = `version: 1
environments:
  homologation:
    - { file: .env, set: { PAYLINE_ACCESS_KEY: accessKey } }
    - { file: config/payline.yaml, set: { payline.access_key: accessKey } }
    - { file: lib/CONFIG.php, set: { ACCESS_KEY: accessKey } }
`;

const mode = 0o640;

/** Three files of three formats that always hold the same value, and what may be said of them. */
export interface Shop {
  readonly workshop: Workshop;
  readonly value: string;
}

export async function openShop(workshop: Workshop): Promise<Shop> {
  const value = randomValue();
  await workshop.write('cle.config.yaml', project);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(workshop.dir, file)), { recursive: true });
    await writeFile(join(workshop.dir, file), text(value), { mode });
  }
  return { workshop, value };
}

export type State = 'old' | 'new' | 'mixed' | 'torn';

/** Compares every byte of the shop's files with what they may be. */
export async function inspect({ workshop, value }: Shop, next: string): Promise<State> {
  const found = new Set<State>();
  for (const [file, text] of Object.entries(files)) {
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
export async function leftovers({ workshop }: Shop): Promise<string[]> {
  const known = new Set([...Object.keys(files), 'cle.config.yaml', 'config', 'lib']);
  const there = await readdir(workshop.dir, { recursive: true });
  const strange = there.filter((name) => !known.has(name));
  for (const file of Object.keys(files)) {
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
    (_error, _output, said) => {
      errors = said;
    },
  );
  child.stdin?.on('error', () => {});
  child.stdin?.end(key);
  const ended = new Promise<number | undefined>((resolve) =>
    child.on('close', (status) => resolve(status ?? undefined)),
  );
  const { accessKey } = JSON.parse(key) as { accessKey: string };
  return { child, ended, next: accessKey, said: () => errors };
}

/**
 * Runs the plan alone, which finishes or sweeps whatever a crash left.
 *
 * @returns the exit status
 */
export function nextStart(shop: Shop, env: NodeJS.ProcessEnv = {}): Promise<number | undefined> {
  return startApply(shop, env, ['--dry-run']).ended;
}
