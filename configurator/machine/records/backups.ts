import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Refusal } from '../../../shared/refusal.ts';
import { removeIfThere, replaceFile } from '../files.ts';
import type { Lock } from '../lock.ts';
import { readOwn } from '../private-file.ts';
import { stateSubfolder, usingState, writeDurably } from '../state-folder.ts';

/** How many installations of one project can be undone, one after the other. */
export const backupsKept = 5;

const backupSchema = v.strictObject({
  version: v.literal(1),
  captureId: v.pipe(v.string(), v.uuid()),
  created: v.pipe(v.string(), v.isoTimestamp()),
  files: v.array(
    v.strictObject({
      /** As the project names it. */
      file: v.string(),
      /** SHA-256 of the file before the installation, and after it. */
      before: v.string(),
      after: v.string(),
      /** Turns the bytes after, each taken as one character, back into those before. */
      edit: v.strictObject({ offset: v.number(), length: v.number(), content: v.string() }),
    }),
  ),
});

/** What an installation replaced in its files. It contains secrets, so it is stored sealed to this machine. */
export type Backup = Omit<v.InferOutput<typeof backupSchema>, 'version'>;

/** The folder of all backups, with a subfolder for each project: listing them all for one project would get ever slower. */
export function backupFolder(): string {
  return stateSubfolder('backups');
}

/** The folder of a project's backups. Earlier versions kept all backups in one folder: those are moved here once. */
function folderOf(project: string): string {
  const all = backupFolder();
  const isNew = !existsSync(join(all, project));
  const folder = stateSubfolder(join('backups', project));
  if (isNew) {
    const own = readdirSync(all).filter((name) => name.startsWith(`${project}-`) && name.endsWith('.age'));
    for (const name of own) replaceFile(join(all, name), join(folder, name));
  }
  return folder;
}

/** The folder in which a backup is written before it is renamed: after a crash the next start cleans it. */
export function stagingFolder(): string {
  return stateSubfolder('staging');
}

/**
 * Stores a backup, sealed and durably.
 *
 * @returns its id
 * @throws Refusal `state-failed`, `identity-…`
 */
export async function saveBackup(project: string, backup: Backup, _lock: Lock): Promise<string> {
  const [newest = ''] = await backupIds(project);
  const number = Number(newest.split('-')[1] ?? 0) + 1;
  const id = `${project}-${String(number).padStart(8, '0')}`;
  // Loaded on demand: every command loads this file to look for what a crash left.
  const { sealToThisMachine } = await import('../sealed/seal.ts');
  const sealed = await sealToThisMachine(JSON.stringify({ version: 1, ...backup }));
  await usingState(pathOf(id), () => writeDurably(pathOf(id), sealed, stagingFolder()));
  return id;
}

/**
 * The ids of a project's backups, the latest first.
 *
 * @throws Refusal `state-failed`
 */
export async function backupIds(project: string): Promise<string[]> {
  const names = await usingState(backupFolder(), async () => readdirSync(folderOf(project)));
  return names
    .filter((name) => name.startsWith(`${project}-`) && name.endsWith('.age'))
    .map((name) => name.slice(0, -'.age'.length))
    .sort()
    .reverse();
}

/** @throws Refusal `state-unreadable` where the backup was changed or sealed to another machine; `state-failed` */
export async function readBackup(id: string): Promise<Backup> {
  const sealed = await usingState(pathOf(id), async () => readOwn(pathOf(id)));
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), backupSchema), await open(sealed, id));
  if (!parsed.success) throw new Refusal('state-unreadable', { file: pathOf(id) });
  return parsed.output;
}

async function open(sealed: Uint8Array, id: string): Promise<string> {
  const { decrypt } = await import('../sealed/open.ts');
  try {
    return await decrypt(sealed);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'sealed-unreadable') throw error;
    throw new Refusal('state-unreadable', { file: pathOf(id) });
  }
}

/** @throws Refusal `state-failed` */
export async function removeBackup(id: string, _lock: Lock): Promise<void> {
  await usingState(pathOf(id), () => removeIfThere(pathOf(id)));
}

/** Removes a project's oldest backups, those beyond `backupsKept`. */
export async function pruneBackups(project: string, lock: Lock): Promise<void> {
  for (const id of (await backupIds(project)).slice(backupsKept)) await removeBackup(id, lock);
}

function pathOf(id: string): string {
  return join(folderOf(id.split('-')[0] ?? ''), `${id}.age`);
}
