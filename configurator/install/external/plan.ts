import type { AccessKey } from '../../../shared/access-key.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { type ExternalTarget, type Project, projectFileName } from '../../project/project.ts';
import { planCommand } from './command.ts';
import { isProjectAllowed } from './consent.ts';
import type { PlannedExternal } from './planned.ts';
import { planVault } from './vault/plan.ts';

/**
 * Plans the external targets, if the developer allowed exactly this project file. Commands come last: they cannot be
 * reverted.
 *
 * @throws Refusal `project-not-allowed`, `command-…`, `vault-…`
 */
export async function planExternalTargets(project: Project, key: AccessKey): Promise<PlannedExternal[]> {
  const targets = project.external(key.environment);
  const [{ line } = { line: 1 }] = targets;
  if (!(await isProjectAllowed(project))) {
    throw new Refusal('project-not-allowed', { file: projectFileName, line });
  }
  const ordered = [...targets].sort((a, b) => rank(a) - rank(b));
  return Promise.all(
    ordered.map((target) =>
      target.kind === 'vault' ? planVault(target, key) : planCommand(target, key, project.dir),
    ),
  );
}

function rank({ kind }: ExternalTarget): number {
  return kind === 'vault' ? 0 : 1;
}
