import { join } from 'node:path';
import * as v from 'valibot';
import { type Environment, environments } from '../../../shared/environment.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { KeySummary } from '../../../shared/wire.ts';
import { removeIfThere } from '../files.ts';
import type { Lock } from '../lock.ts';
import { readState, stateFolder, usingState, writeDurably } from '../state-folder.ts';

const schema = v.strictObject({
  version: v.literal(1),
  /** The key that is being replaced, without its value. The files tell which key is in place. */
  old: v.strictObject({
    environment: v.picklist(environments),
    merchantId: v.string(),
    reference: v.string(),
    masked: v.string(),
    fingerprint: v.string(),
  }),
});

const fileOf = (project: string, environment: Environment) => `rotation-${project}-${environment}.json`;

/** The key whose rotation was started in a project; `undefined` where there is none. @throws Refusal `state-…` */
export async function rotationOf(project: string, environment: Environment): Promise<KeySummary | undefined> {
  const name = fileOf(project, environment);
  const text = await readState(name);
  if (text === undefined) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (!parsed.success) throw new Refusal('state-unreadable', { file: join(stateFolder(), name) });
  return parsed.output.old;
}

/** Records, durably, that a rotation was started. @throws Refusal `state-failed` */
export async function beginRotation(project: string, old: KeySummary, _lock: Lock): Promise<void> {
  const path = join(stateFolder(), fileOf(project, old.environment));
  await usingState(path, () => writeDurably(path, `${JSON.stringify({ version: 1, old })}\n`));
}

/** @throws Refusal `state-failed` */
export async function endRotation(project: string, environment: Environment, _lock: Lock): Promise<void> {
  const path = join(stateFolder(), fileOf(project, environment));
  await usingState(path, () => removeIfThere(path));
}
