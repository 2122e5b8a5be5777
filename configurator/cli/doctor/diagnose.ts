import { recover } from '../../install/write/recover.ts';
import { type IdentityGuard, identityGuard } from '../../machine/identity/identity.ts';
import { type Browser, browsers } from '../../native-host/browsers/browsers.ts';
import type { Launch } from '../../native-host/browsers/launcher.ts';
import { type Machine, userBehindSudo } from '../../native-host/browsers/machine.ts';
import { type BrowserDiagnosis, checkBrowsers, connectedBrowsers, entriesOf } from './check-browsers.ts';
import { checkHost, type HostDiagnosis } from './check-host.ts';
import { checkProjects, type ProjectDiagnosis } from './check-projects.ts';
import { type DoctorFinding, findings, note, problem } from './finding.ts';

/** All that was looked at. Holds no secret; paths and names of projects it does. */
export interface Diagnosis {
  readonly browsers: readonly BrowserDiagnosis[];
  /** `undefined` where no browser is connected that could start one. */
  readonly host: HostDiagnosis | undefined;
  readonly projects: readonly ProjectDiagnosis[];
  /** What protects this machine's identity; `undefined` where that was refused. */
  readonly identity: IdentityGuard | undefined;
  /** Of this program itself. */
  readonly findings: readonly DoctorFinding[];
}

/** Looks at everything between browsers and files. Starts the host as a browser would; changes nothing. */
export async function diagnose(launch: Launch, machine: Machine): Promise<Diagnosis> {
  const { browsers: connected, findings: ofRecord } = await connectedBrowsers(launch, machine);
  const looked = await checkBrowsers(connected, launch, machine);
  let projects: readonly ProjectDiagnosis[] = [];
  const ofProjects = await findings(async () => {
    projects = await checkProjects();
    return [];
  });
  const user = userBehindSudo();
  const sudo = user === undefined ? [] : [problem('doctor-sudo', { user })];
  let identity: IdentityGuard | undefined;
  const ofIdentity = await findings(async () => {
    identity = await tidied();
    return judgeIdentity(identity);
  });
  const own = [...sudo, ...ofIdentity, ...ofRecord, ...ofProjects];
  const host = connected[0] && (await hostOf(connected[0], connected, launch, machine));
  return { browsers: looked, host, projects, identity, findings: own };
}

function hostOf(first: Browser, connected: readonly Browser[], launch: Launch, machine: Machine) {
  return checkHost(entriesOf(first, launch, machine).launcher, connected, launch, machine);
}

/** What a crash left is finished, and the identity made where there is none: as every other command does. */
async function tidied(): Promise<IdentityGuard> {
  await recover();
  return identityGuard();
}

/** One that is sealed to a passphrase is worth nothing to who reads it. */
export function judgeIdentity({ keeper, readers, folder: file }: IdentityGuard): DoctorFinding[] {
  if (keeper !== 'nobody' || readers === 'owner') return [];
  if (readers === 'unknown') return [note('identity-readers-unknown', { file })];
  return [problem('identity-readable', { file }, { kind: 'restrict', path: file })];
}

/** Why the state folder is refused as a whole: what stands there, a finding with a repair says better. */
const ofState: ReadonlySet<string> = new Set(['state-exposed', 'state-foreign', 'state-linked']);

/** Every finding once: the host refuses what this program refuses too. */
export function allFindings({ browsers: looked, host, projects, findings: own }: Diagnosis): DoctorFinding[] {
  const parts = [...looked, ...(host ? [host] : []), ...projects].flatMap((part) => part.findings);
  const found = [...own, ...parts];
  const covered = new Set(found.filter(({ code }) => !ofState.has(code)).map(({ params }) => params['file']));
  const isMore = ({ code, params }: DoctorFinding) => !ofState.has(code) || !covered.has(params['file']);
  const named = found.filter(isMore).map((each) => [JSON.stringify([each.code, each.params]), each] as const);
  return [...new Map(named).values()];
}

export function problemsIn(diagnosis: Diagnosis): DoctorFinding[] {
  return allFindings(diagnosis).filter(({ level }) => level === 'problem');
}

/** The browsers that a repair connects: those that were, or else all that are installed. */
export function browsersToConnect({ browsers: looked }: Diagnosis): Browser[] {
  const connected = looked.filter(({ isConnected }) => isConnected);
  const chosen = connected.length > 0 ? connected : looked;
  return browsers.filter(({ name }) => chosen.some((each) => each.name === name));
}
