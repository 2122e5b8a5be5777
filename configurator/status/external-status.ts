import type { Environment } from '../../shared/environment.ts';
import type { ExternalReceipt, KeySummary, Receipt } from '../../shared/wire.ts';
import { nameOf } from '../external/name.ts';
import type { Project } from '../project/project.ts';

/** What may be said of a target beyond files: what was given to it from here, for it is not asked. */
export interface ExternalStatus {
  readonly kind: ExternalReceipt['kind'];
  readonly name: string;
  /** `null`: nothing from this machine. */
  readonly key: Pick<KeySummary, 'masked' | 'reference' | 'fingerprint'> | null;
  /** When it was given. */
  readonly installed: string | null;
}

/**
 * Tells what the targets beyond files were given last.
 *
 * @param journal every receipt of this machine, the latest first
 */
export function externalStatus(
  project: Project,
  environment: Environment,
  journal: readonly Receipt[],
): ExternalStatus[] {
  const own = journal.filter(({ project: id, key }) => id === project.id && key.environment === environment);
  return project.external(environment).map((target) => {
    const { kind } = target;
    const name = nameOf(target);
    const latest = own.find(({ external = [] }) => external.some((each) => each.name === name));
    if (!latest) return { kind, name, key: null, installed: null };
    const { masked, reference, fingerprint } = latest.key;
    return { kind, name, key: { masked, reference, fingerprint }, installed: latest.installed };
  });
}
