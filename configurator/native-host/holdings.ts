import type { HeldKey, Holding, ReplyBody } from '../../shared/wire.ts';
import { projectStatus, type TargetStatus } from '../inspect/status.ts';
import { mapBounded } from '../machine/map-bounded.ts';
import { listProjects } from '../project/load.ts';
import type { Project } from '../project/project.ts';

/** Which key is in which project, as `cle status` sees it. */
export async function heldForBrowser(): Promise<ReplyBody<'held'>> {
  return { holdings: (await mapBounded(await listProjects(), holdingsOf)).flat() };
}

async function holdingsOf(project: Project): Promise<Holding[]> {
  const { id, name } = project;
  return (await projectStatus(project)).map(({ environment, targets }) => ({
    project: id,
    name,
    environment,
    keys: keysIn(targets),
  }));
}

/** Each key once, with the files that hold it. */
function keysIn(targets: readonly TargetStatus[]): HeldKey[] {
  const keys = new Map<string, HeldKey>();
  for (const { file, key } of targets) {
    if (!key) continue;
    const { masked, reference, fingerprint } = key;
    const known = keys.get(`${masked} ${fingerprint}`);
    if (known) known.files.push(file);
    else {
      const held = { masked, reference: reference ?? '', fingerprint: fingerprint ?? '', files: [file] };
      keys.set(`${masked} ${fingerprint}`, held);
    }
  }
  return [...keys.values()];
}
