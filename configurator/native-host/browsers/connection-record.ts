import * as v from 'valibot';
import { Refusal } from '../../../shared/refusal.ts';
import { usingState } from '../../machine/state-folder.ts';
import type { Launch } from './launcher.ts';
import { pathsOf } from './locate.ts';
import type { Machine } from './machine.ts';

const schema = v.strictObject({
  version: v.literal(1),
  /** Names of the connected browsers. Two may share an entry, which then stays until both are disconnected. */
  browsers: v.array(v.string()),
  /** Folders that connecting created, outermost first: disconnecting removes no others. */
  folders: v.array(v.string()),
});

export type ConnectionRecord = Omit<v.InferOutput<typeof schema>, 'version'>;

/** @throws Refusal `state-unreadable`, `state-failed` */
export async function readRecord(launch: Launch, machine: Machine): Promise<ConnectionRecord> {
  const file = recordPath(launch, machine);
  const found = await usingState(file, () => machine.files.read(file));
  if (found === undefined) return { browsers: [], folders: [] };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), found.text);
  if (!parsed.success) throw new Refusal('state-unreadable', { file });
  return parsed.output;
}

/** Writes the record, or removes it when no browser is connected any more. */
export async function writeRecord(
  { browsers, folders }: ConnectionRecord,
  launch: Launch,
  machine: Machine,
): Promise<void> {
  const file = recordPath(launch, machine);
  if (browsers.length === 0) return machine.files.remove(file);
  const text = JSON.stringify({ version: 1, browsers, folders }, undefined, 2);
  await machine.files.write(file, `${text}\n`, 0o600);
}

function recordPath({ stateFolder }: Launch, machine: Machine): string {
  return pathsOf(machine).join(stateFolder, 'connected.json');
}
