import { doubtOf } from '../../shared/doubts.ts';
import type { Environment } from '../../shared/environment.ts';
import type { ExternalReceipt, KeySummary } from '../../shared/wire.ts';
import { isProjectAllowed } from '../install/external/consent.ts';
import { nameOf } from '../install/external/planned.ts';
import { type Journal, readJournal } from '../machine/records/journal.ts';
import type { Project } from '../project/project.ts';
import { findingOf, type StatusFinding } from './finding.ts';

/**
 * What is known of a target beyond files: `given` by its receipt, and not asked since; `has` and `without`, asked just now;
 * `may-have`, as nobody can say; `left` without the key that was installed last.
 */
type ExternalState = 'none' | 'given' | 'has' | 'without' | 'may-have' | 'left';

/** What may be said of a target beyond files. */
export interface ExternalStatus {
  readonly kind: ExternalReceipt['kind'];
  readonly name: string;
  readonly state: ExternalState;
  /** The key of the last installation that names it; `null`: nothing from this machine. */
  readonly key: Pick<KeySummary, 'masked' | 'reference' | 'fingerprint'> | null;
  /** When that was. */
  readonly installed: string | null;
  readonly findings: readonly StatusFinding[];
}

/** Tells what the targets beyond files were given last. */
export function externalStatus(
  project: Project,
  environment: Environment,
  journal: Journal,
): ExternalStatus[] {
  return project.external(environment).map((target) => {
    const { kind } = target;
    const name = nameOf(target);
    const latest = latestOf(name, project, environment, journal);
    if (!latest) return { kind, name, state: 'none', key: null, installed: null, findings: [] };
    const { receipt, external } = latest;
    const { masked, reference, fingerprint } = receipt.key;
    const doubt = doubtOf(external);
    const state = external.change === 'left' ? 'left' : doubt ? 'may-have' : 'given';
    const findings = doubt ? [{ code: doubt.code, params: doubt.params }] : [];
    const key = { masked, reference, fingerprint };
    return { kind, name, state, key, installed: receipt.installed, findings };
  });
}

function latestOf(name: string, { id }: Project, environment: Environment, journal: Journal) {
  for (const receipt of journal.beyondFiles(id)) {
    if (receipt.key.environment !== environment) continue;
    const external = receipt.external?.find((each) => each.name === name);
    if (external) return { receipt, external };
  }
  return undefined;
}

/**
 * Asks the secrets of Vault again of which it is not known whether they have the key that was installed last. Nothing is
 * asked where the developer did not allow the project as it is now; what cannot be asked stays as it was.
 *
 * @throws Refusal `state-failed`
 */
export async function askAgain(
  project: Project,
  environment: Environment,
  external: readonly ExternalStatus[],
): Promise<ExternalStatus[]> {
  const isOpen = ({ kind, state }: ExternalStatus) => kind === 'vault' && state === 'may-have';
  if (!external.some(isOpen) || !(await isProjectAllowed(project))) return [...external];
  const journal = await readJournal();
  const { holdsKey } = await import('./vault-key.ts');
  return Promise.all(
    external.map(async (each) => {
      const target = project.external(environment).find((one) => nameOf(one) === each.name);
      const latest = latestOf(each.name, project, environment, journal);
      if (!isOpen(each) || !latest || target?.kind !== 'vault') return each;
      const holds = await holdsKey(target, latest.receipt.key);
      return holds === undefined ? each : answered(each, holds);
    }),
  );
}

/**
 * What is not known of the targets beyond files of a project, asked again where that can be done: the key before may still
 * be in use there.
 *
 * @throws Refusal `state-failed`
 */
export async function openDoubts(project: Project, environment: Environment): Promise<StatusFinding[]> {
  const external = externalStatus(project, environment, await readJournal());
  return (await askAgain(project, environment, external)).flatMap(({ findings }) => findings);
}

function answered(status: ExternalStatus, holds: boolean): ExternalStatus {
  if (holds) return { ...status, state: 'has', findings: [] };
  return { ...status, state: 'without', findings: [findingOf('vault-without', { name: status.name })] };
}
