import { basename } from 'node:path';
import type { AccessKey } from '../../shared/access-key.ts';
import type { Code } from '../../shared/messages.ts';
import { type Params, Refusal } from '../../shared/refusal.ts';
import { mapBounded } from '../disk/map-bounded.ts';
import { loadProject } from '../project/load.ts';
import { type Project, projectFileName } from '../project/project.ts';
import { registeredProjects } from '../state/registry.ts';
import type { Member } from './member.ts';

/** The projects of this machine that a key is for, and those that it is not for, each with the reason. */
export interface Choice {
  readonly chosen: readonly Project[];
  readonly others: readonly Member[];
}

/**
 * Chooses among the registered projects those whose project file names the key's merchant and its environment. One that
 * names no merchant takes any key by itself, but none that is meant for many: nobody said that it is this shop's.
 */
export async function chooseProjects(key: AccessKey): Promise<Choice> {
  const judged = await mapBounded(await registeredProjects(), ({ dir }) => judge(dir, key));
  const chosen = judged.filter((each) => 'targets' in each);
  const others = judged.filter((each) => 'outcome' in each);
  return { chosen: chosen.sort((a, b) => a.dir.localeCompare(b.dir)), others };
}

async function judge(dir: string, key: AccessKey): Promise<Project | Member> {
  const name = basename(dir);
  const member = (outcome: Member['outcome'], code: Code, params: Params): Member => ({
    dir,
    name,
    outcome,
    changed: 0,
    reason: { code, params },
  });
  try {
    const project = await loadProject(dir);
    if (project.dir !== dir) throw new Refusal('project-missing', { dir });
    const { merchant, environments } = project;
    const [file, { environment }] = [projectFileName, key];
    if (merchant === undefined) return member('passed-over', 'fleet-merchant-unnamed', { file });
    if (merchant.word !== key.merchantId) {
      const { word: wanted, line } = merchant;
      return member('passed-over', 'merchant-mismatch', { key: key.merchantId, wanted, line, file });
    }
    if (environments.includes(environment)) return project;
    return member('passed-over', 'project-environment-missing', { file, environment });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A project that was deleted is nobody's any more.
    const outcome = error.code === 'project-missing' ? 'passed-over' : 'refused';
    return member(outcome, error.code, error.params);
  }
}
