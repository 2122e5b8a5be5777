import { recover } from '../../install/write/recover.ts';
import { type IdentityGuard, identityGuard } from '../../machine/identity/identity.ts';
import { type Browser, browsers } from '../../native-host/browsers/browsers.ts';
import type { Launch } from '../../native-host/browsers/launcher.ts';
import { type Machine, userBehindSudo } from '../../native-host/browsers/machine.ts';
import { type BrowserDiagnosis, checkBrowsers, connectedBrowsers, entriesOf } from './check-browsers.ts';
import { checkHost, type HostDiagnosis } from './check-host.ts';
import { checkProjects, type ProjectDiagnosis } from './check-projects.ts';
import { type DoctorFinding, findings, note, problem } from './finding.ts';

/** The result of all checks. It contains no secret, but paths and names of projects. */
export interface Diagnosis {
  readonly browsers: readonly BrowserDiagnosis[];
  /** `undefined` where no connected browser could start it. */
  readonly host: HostDiagnosis | undefined;
  readonly projects: readonly ProjectDiagnosis[];
  /** The protection of this machine's identity; `undefined` where reading it was refused. */
  readonly identity: IdentityGuard | undefined;
  /** About this program itself. */
  readonly findings: readonly DoctorFinding[];
}

/** Checks everything between browsers and files. Starts the host as a browser would; changes nothing. */
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

/** Cleans up after a crash and creates a missing identity, as every other command does. */
async function tidied(): Promise<IdentityGuard> {
  await recover();
  return identityGuard();
}

/** An identity that is sealed to a passphrase is useless to whoever reads it. */
export function judgeIdentity({ keeper, readers, folder: file }: IdentityGuard): DoctorFinding[] {
  if (keeper !== 'nobody' || readers === 'owner') return [];
  if (readers === 'unknown') return [note('identity-readers-unknown', { file })];
  return [problem('identity-readable', { file }, { kind: 'restrict', path: file })];
}

/** Refusals of the state folder as a whole, for which there are more precise findings with a repair. */
const ofState: ReadonlySet<string> = new Set(['state-exposed', 'state-foreign', 'state-linked']);

/** Removes duplicate findings: the host refuses what this program refuses. */
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

/** The browsers that a repair connects: those that were connected, or else all that are installed. */
export function browsersToConnect({ browsers: looked }: Diagnosis): Browser[] {
  const connected = looked.filter(({ isConnected }) => isConnected);
  const chosen = connected.length > 0 ? connected : looked;
  return browsers.filter(({ name }) => chosen.some((each) => each.name === name));
}
