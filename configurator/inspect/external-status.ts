import { doubtOf } from '../../shared/doubts.ts';
import type { Environment } from '../../shared/environment.ts';
import type { ExternalReceipt, KeySummary } from '../../shared/wire.ts';
import { isProjectAllowed } from '../install/external/consent.ts';
import { nameOf } from '../install/external/planned.ts';
import { type Journal, readJournal } from '../machine/records/journal.ts';
import type { Project } from '../project/project.ts';
import { findingOf, type StatusFinding } from './finding.ts';

/**
 * The state of an external target: `given`, by its receipt, and not checked since; `has` or `without`, checked just now;
 * `may-have`, not known; `left`, it did not get the key that was installed last.
 */
type ExternalState = 'none' | 'given' | 'has' | 'without' | 'may-have' | 'left';

/** The status of an external target. */
export interface ExternalStatus {
  readonly kind: ExternalReceipt['kind'];
  readonly name: string;
  readonly state: ExternalState;
  /** The key of the last installation that names it; `null` where none was made from this machine. */
  readonly key: Pick<KeySummary, 'masked' | 'reference' | 'fingerprint'> | null;
  /** The time of that installation. */
  readonly installed: string | null;
  readonly findings: readonly StatusFinding[];
}

/** The status of a project's external targets, by their last receipts. */
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
 * Reads the secrets of Vault again of which it is not known whether they have the key that was installed last. Does nothing
 * unless the developer allowed the project in its current state; a secret that cannot be read keeps its status.
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
 * The findings about a project's external targets, after checking again where that is possible: the previous key may still
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
