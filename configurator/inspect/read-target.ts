import type { BigIntStats } from 'node:fs';
import { type Field, secretFields } from '../../shared/access-key.ts';
import { decode } from '../formats/encoding.ts';
import type { Entry } from '../formats/format.ts';
import { readingOf, type TargetReading } from '../install/targets/reading.ts';
import { readRegular, resolveTarget } from '../install/targets/snapshot.ts';
import type { Project, Setting, Target } from '../project/project.ts';
import { finding, findingOf, type StatusFinding } from './finding.ts';

/** A target, with the current state of its file. It contains secrets: never print it. */
export interface ReadTarget {
  /** As the project names it. */
  readonly file: string;
  /** Absolute, symbolic links resolved; `undefined` where the file is missing. */
  readonly path: string | undefined;
  readonly stat: BigIntStats | undefined;
  /** The parts of the key in the file; if a field has several places, the first one counts. */
  readonly values: ReadonlyMap<Field, string>;
  /** The file could be read, and is to have a secret part of the key. */
  readonly wantsKey: boolean;
  /** The key in it is encrypted, so there is no telling which one it is. */
  readonly encrypted: boolean;
  readonly findings: readonly StatusFinding[];
}

/** Reads a target. Whatever prevents that is among the findings. */
export async function readTarget({ dir }: Project, target: Target): Promise<ReadTarget> {
  const { file } = target;
  const findings: StatusFinding[] = [];
  const values = new Map<Field, string>();
  let wantsKey = false;
  const path = await finding(findings, () => resolveTarget(dir, file));
  const found = path === undefined ? undefined : await finding(findings, () => readRegular(path, file));
  if (found) {
    await finding(findings, async () => {
      const reading = await readingOf(found, [target]);
      const entries = reading.format.read(decode(found.bytes, reading.format, file).text, reading.context);
      wantsKey = reading.settings.some(({ field }) => secretFields.has(field));
      for (const setting of reading.settings) {
        await finding(findings, () => readSetting(setting, entries, reading, values, findings));
      }
    });
  }
  const encrypted =
    findings.some(({ code }) => code === 'entry-encrypted') &&
    ![...values.keys()].some((field) => secretFields.has(field));
  return { file, path, stat: found?.stat, values, wantsKey, encrypted, findings };
}

/** @throws Refusal `entry-duplicate`, `address-malformed` */
function readSetting(
  { address, field, environmentWord, optional }: Setting,
  entries: readonly Entry[],
  { format, context }: TargetReading,
  values: Map<Field, string>,
  findings: StatusFinding[],
): void {
  const { file } = context;
  const entry = format.find(entries, address, context);
  if (entry === undefined) {
    if (!optional) findings.push(findingOf('entry-missing', { file, address }));
    return;
  }
  const { line, ciphertext } = entry;
  const value = entry.value ?? (field === 'environment' ? entry.constant : undefined);
  const unread = ciphertext === undefined ? 'entry-not-literal' : 'entry-encrypted';
  if (value === undefined) findings.push(findingOf(unread, { file, address, line }));
  else if (!values.has(field)) values.set(field, value);
  if (field === 'environment' && value !== undefined && value !== environmentWord) {
    findings.push(findingOf('environment-word', { file, address, line, wanted: environmentWord }));
  }
}
