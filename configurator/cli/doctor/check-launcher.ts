import { dirname } from 'node:path';
import type { Entry } from '../../native-host/browsers/entries.ts';
import { type Launch, launcherText, readLauncher } from '../../native-host/browsers/launcher.ts';
import { type FoundFile, type Machine, readOurs } from '../../native-host/browsers/machine.ts';
import { digits, openMode } from './check-manifest.ts';
import { type DoctorFinding, note, problem, replacing } from './finding.ts';

const connect = { kind: 'connect' } as const;

/** Problems with the program that browsers start, found without starting it. */
export async function checkLauncher(
  { place: file }: Entry,
  launch: Launch,
  machine: Machine,
): Promise<DoctorFinding[]> {
  const found = await readOurs(file, machine.files);
  if (found === undefined) return [problem('launcher-missing', { file }, connect)];
  if ('reason' in found) {
    const { reason } = found;
    return [problem('launcher-unreadable', { file, reason }, ...replacing(reason))];
  }
  return [...(await checkText(file, found.text, launch, machine)), ...checkRights(file, found, machine)];
}

/**
 * A launcher from another Node, or another installation of this program, is fine as long as what it names exists: a developer
 * may have several of each.
 */
async function checkText(
  file: string,
  text: string,
  launch: Launch,
  machine: Machine,
): Promise<DoctorFinding[]> {
  const baked = readLauncher(text, machine);
  if (baked === undefined) return [problem('launcher-outdated', { file }, connect)];
  const { node, host: program } = baked;
  if (!(await machine.files.exists(program))) {
    return [problem('launcher-program-missing', { file, program }, connect)];
  }
  if (!(await machine.files.exists(node))) {
    return [problem('launcher-node-missing', { file, node }, connect)];
  }
  if (text !== launcherText({ ...launch, ...baked }, machine)) {
    return [problem('launcher-outdated', { file }, connect)];
  }
  return program === launch.host ? [] : [note('launcher-other-program', { file, program })];
}

function checkRights(file: string, { mode, foreign }: FoundFile, machine: Machine): DoctorFinding[] {
  const found: DoctorFinding[] = [];
  const open = openMode(mode, machine);
  if (open !== undefined) found.push(problem('launcher-writable', { file, mode: open }, connect));
  if (machine.system !== 'win32' && (mode & 0o100) === 0) {
    found.push(problem('launcher-not-executable', { file, mode: digits(mode) }, connect));
  }
  if (foreign) found.push(problem('launcher-foreign', { file }, { kind: 'remove', path: file }, connect));
  return found;
}

const writableByOthers = 0o022;

/** Whoever can write to a folder can replace a program in it. */
export async function checkFolders(
  { place }: Entry,
  { stateFolder }: Launch,
  machine: Machine,
): Promise<DoctorFinding[]> {
  if (machine.system === 'win32') return [];
  const found: DoctorFinding[] = [];
  for (const path of [stateFolder, dirname(place)]) {
    const { mode = 0, foreign = true } = (await machine.files.rightsOf(path)) ?? {};
    if ((mode & writableByOthers) === 0) continue;
    const repairs = foreign ? [] : [{ kind: 'chmod', path, mode: '700' } as const];
    found.push(problem('state-writable', { file: path, mode: digits(mode) }, ...repairs));
  }
  return found;
}
