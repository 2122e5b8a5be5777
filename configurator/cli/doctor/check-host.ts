import { version } from '../../../package.json';
import { loadRecipient } from '../../machine/identity/identity.ts';
import type { Browser } from '../../native-host/browsers/browsers.ts';
import { type Entry, entriesFor } from '../../native-host/browsers/entries.ts';
import type { Launch } from '../../native-host/browsers/launcher.ts';
import type { Machine } from '../../native-host/browsers/machine.ts';
import { checkFolders, checkLauncher } from './check-launcher.ts';
import { type Echo, echo } from './echo.ts';
import { type DoctorFinding, findings, problem } from './finding.ts';

/** The program that browsers start: its path, its answer, and what is wrong with it. */
export interface HostDiagnosis {
  readonly launcher: string;
  /** `undefined` where it did not answer, or was not started. */
  readonly echo: Echo | undefined;
  readonly findings: readonly DoctorFinding[];
}

/** Checks the launcher, then starts it for an answer, unless others could have changed what it starts. */
export async function checkHost(
  launcher: Entry,
  connected: readonly Browser[],
  launch: Launch,
  machine: Machine,
): Promise<HostDiagnosis> {
  const still = [
    ...(await checkLauncher(launcher, launch, machine)),
    ...(await checkFolders(launcher, launch, machine)),
  ];
  let answered: Echo | undefined;
  const startable = still.every(({ level }) => level === 'note');
  const spoken = await findings(async () => {
    if (!startable) return [];
    for (const { family, manifest } of callersOf(connected, launch, machine)) {
      answered = await echo(launcher.place, family, manifest, machine);
    }
    return answered ? judge(answered, await loadRecipient()) : [];
  });
  return { launcher: launcher.place, echo: answered, findings: [...still, ...spoken] };
}

/** How browsers start the host: once for each family that is connected. */
function callersOf(connected: readonly Browser[], launch: Launch, machine: Machine) {
  const families = [...new Set(connected.map(({ family }) => family))];
  return families.map((family) => {
    const entries = entriesFor(
      connected.filter((each) => each.family === family),
      launch,
      machine,
    );
    return { family, manifest: entries.find(({ place }) => place.endsWith('.json'))?.place ?? '' };
  });
}

/** A host with another state folder answers too, but cannot open what was sealed to this program. */
export function judge({ version: other, recipient }: Echo, own: string): DoctorFinding[] {
  const anew = { kind: 'connect' } as const;
  return [
    ...(other === version ? [] : [problem('host-version', { other, version }, anew)]),
    ...(recipient === own ? [] : [problem('host-identity', {}, anew)]),
  ];
}
