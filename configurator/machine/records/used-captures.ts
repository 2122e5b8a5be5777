import { join } from 'node:path';
import type { Lock } from '../lock.ts';
import { addLine, readState, stateFolder, usingState, writeDurably } from '../state-folder.ts';

/** The ids of the captures whose sealed files were installed in a project, one per line. */
const fileOf = (project: string) => `used-${project}.txt`;

/** Whether the capture's sealed file was installed in the project. @throws Refusal `state-failed` */
export async function isUsed(project: string, captureId: string): Promise<boolean> {
  return (await used(project)).includes(captureId);
}

/** A key a week for longer than anybody keeps a sealed file; the oldest are dropped. */
const most = 2000;

/** In bytes: an id and its line end. */
const lineLength = 37;

/** Records, durably, that a capture's sealed file was installed in a project. @throws Refusal `state-failed` */
export async function noteUsed(project: string, captureId: string, lock: Lock): Promise<void> {
  const path = join(stateFolder(), fileOf(project));
  await usingState(path, async () => {
    if ((await addLine(path, captureId, lock)) <= 2 * most * lineLength) return;
    await writeUsed(path, (await used(project)).slice(-most));
  });
}

function writeUsed(path: string, ids: readonly string[]): Promise<void> {
  return writeDurably(path, ids.map((id) => `\n${id}`).join(''));
}

/** Lets a capture's sealed file be installed once more, after its installation was undone. @throws Refusal `state-failed` */
export async function releaseUsed(project: string, captureId: string, _lock: Lock): Promise<void> {
  const ids = await used(project);
  if (!ids.includes(captureId)) return;
  const path = join(stateFolder(), fileOf(project));
  const left = ids.filter((id) => id !== captureId);
  await usingState(path, () => writeUsed(path, left));
}

async function used(project: string): Promise<string[]> {
  return ((await readState(fileOf(project))) ?? '').split('\n').filter((line) => line !== '');
}
