import { join } from 'node:path';
import * as v from 'valibot';
import { Refusal } from '../../../shared/refusal.ts';
import type { Lock } from '../lock.ts';
import { readState, stateFolder, usingState, writeDurably } from '../state-folder.ts';

const fileName = 'allowed.json';

const schema = v.strictObject({
  version: v.literal(1),
  /** Folder of a project → the digest of the one project file that may run commands and contact servers there. */
  files: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

/** A project file in its current state. */
export interface ProjectFileState {
  readonly dir: string;
  /** SHA-256 of the file, together with the other files that are allowed with it. */
  readonly sha256: string;
}

/** Whether the developer allowed exactly this file. @throws Refusal `state-…` */
export async function isAllowed({ dir, sha256 }: ProjectFileState): Promise<boolean> {
  return new Map(Object.entries(await allowed())).get(dir) === sha256;
}

/** Allows exactly this file, in place of the previous one. @throws Refusal `state-…` */
export async function allow({ dir, sha256 }: ProjectFileState, lock: Lock): Promise<void> {
  await store({ ...(await allowed()), [dir]: sha256 }, lock);
}

/**
 * Revokes what `allow` allowed.
 *
 * @returns whether there was anything to revoke
 * @throws Refusal `state-…`
 */
export async function disallow(dir: string, lock: Lock): Promise<boolean> {
  const files = Object.entries(await allowed());
  const left = files.filter(([each]) => each !== dir);
  if (left.length < files.length) await store(Object.fromEntries(left), lock);
  return left.length < files.length;
}

async function allowed(): Promise<Readonly<Record<string, string>>> {
  const text = await readState(fileName);
  if (text === undefined) return {};
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (!parsed.success) throw new Refusal('state-unreadable', { file: join(stateFolder(), fileName) });
  return parsed.output.files;
}

async function store(files: Readonly<Record<string, string>>, _lock: Lock): Promise<void> {
  const path = join(stateFolder(), fileName);
  await usingState(path, () =>
    writeDurably(path, `${JSON.stringify({ version: 1, files }, undefined, 2)}\n`),
  );
}
