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
      /** What makes the bytes after, each taken as one character, those before. */
      edit: v.strictObject({ offset: v.number(), length: v.number(), content: v.string() }),
    }),
  ),
});

/** What an installation took out of its files. Holds secrets: it is kept sealed to this machine only. */
export type Backup = Omit<v.InferOutput<typeof backupSchema>, 'version'>;

/** Where the backups of all projects are, a folder each: listing all of them for each project would take ever longer. */
export function backupFolder(): string {
  return stateSubfolder('backups');
}

/** Where a project's backups are. Those of earlier versions lie beside all others, and come along once. */
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

/** Where a backup is written before it is put in place: a crash leaves it where the next start looks for it. */
export function stagingFolder(): string {
  return stateSubfolder('staging');
}

/**
 * Puts a backup in place, sealed and durably.
 *
 * @returns its id
 * @throws Refusal `state-failed`, `identity-…`
 */
export async function saveBackup(project: string, backup: Backup, _lock: Lock): Promise<string> {
  const [newest = ''] = await backupIds(project);
  const number = Number(newest.split('-')[1] ?? 0) + 1;
  const id = `${project}-${String(number).padStart(8, '0')}`;
  // Loaded when it is needed: every command looks for what a crash left here.
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

/** @throws Refusal `state-unreadable` where it was changed or sealed to another machine; `state-failed` */
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
