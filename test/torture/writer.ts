// One of a crowd: edits its own entries of two shared files, again and again, and reports how often its previous edit was gone.
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { argv, stdout } from 'node:process';
import { install, installLocked } from '../../configurator/install/install.ts';
import { makePlan, type Plan } from '../../configurator/install/plan.ts';
import { withLock } from '../../configurator/machine/lock.ts';
import { parseTree } from '../../configurator/project/parse-tree.ts';
import type { Project } from '../../configurator/project/project.ts';
import { readProjectFile } from '../../configurator/project/read-project-file.ts';
import { AccessKey } from '../../shared/access-key.ts';
import { Refusal } from '../../shared/refusal.ts';
import { randomKey } from '../bench/random-key.ts';
import { entryOf, projectText, type WriterReport } from './crowd-files.ts';

const [, , dir = '', name = '', turns = '0', manner = ''] = argv;

/** Sets the entries of this writer. @returns their previous values, one per file */
type Editor = (key: AccessKey) => Promise<string[]>;

const editors: Readonly<Record<string, Editor>> = { 'under-lock': underLock, optimistic, racing, naive };

let refusals = 0;

function project(): Project {
  const targets = readProjectFile(parseTree(projectText(name))).targets;
  return {
    id: '0'.repeat(32),
    dir,
    name: basename(dir),
    merchant: undefined,
    environments: ['homologation'],
    targets: (environment) => targets.get(environment) ?? [],
    sha256: '',
    external: () => [],
    byHand: () => [],
  };
}

/** As `cle apply --yes` does: plans and writes under the lock. */
function underLock(key: AccessKey): Promise<string[]> {
  return withLock(async (lock) => {
    const plan = await makePlan(project(), key);
    await installLocked(plan, { captureId: randomUUID() }, lock);
    return heldBefore(plan);
  });
}

/** As the browser does: plans, shows the plan, then writes; if a file was changed in the meantime, it plans again. */
async function optimistic(key: AccessKey): Promise<string[]> {
  try {
    const plan = await makePlan(project(), key);
    await install(plan, { captureId: randomUUID() });
    return heldBefore(plan);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'file-changed') throw error;
    refusals++;
    return optimistic(key);
  }
}

/** As `underLock`, while another process moves the files: a refusal is a valid result. */
async function racing(key: AccessKey): Promise<string[]> {
  try {
    return await underLock(key);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusals++;
    return [];
  }
}

/** As many scripts do: reads, replaces, writes. */
async function naive(key: AccessKey): Promise<string[]> {
  const path = join(dir, '.env');
  const text = await readFile(path, 'utf8').catch(() => '');
  const entry = new RegExp(`^${entryOf(name)}=(.*)$`, 'm');
  await writeFile(path, text.replace(entry, `${entryOf(name)}=${key.reveal('accessKey')}`));
  return [entry.exec(text)?.[1] ?? ''];
}

function heldBefore({ files }: Plan): string[] {
  return files.flatMap(({ assignments, format, snapshot, context }) => {
    const entries = format.read(Buffer.from(snapshot.bytes).toString(), context);
    return assignments.map(({ address }) => format.find(entries, address, context)?.value ?? '');
  });
}

let last: string | undefined;
let lost = 0;
for (let turn = 0; turn < Number(turns); turn++) {
  const key = AccessKey.parse(JSON.parse(randomKey()));
  const before = await (editors[manner] as Editor)(key);
  if (last !== undefined && before.some((value) => value !== last)) lost++;
  last = key.reveal('accessKey');
}
const report: WriterReport = { name, last: last ?? '', lost, refusals };
stdout.write(JSON.stringify(report));
