import type { KeySummary, Project } from '../../../shared/wire.ts';
import { t } from '../language.ts';

/** Why a key cannot go into a project; `undefined` if it can. */
function obstacle(project: Project, key: KeySummary): string | undefined {
  if (project.merchant !== undefined && project.merchant !== key.merchantId) {
    return t.otherMerchant(project.merchant);
  }
  return project.environments.includes(key.environment)
    ? undefined
    : t.otherEnvironment(t.environments[key.environment]);
}

export function isOpenTo(project: Project, key: KeySummary): boolean {
  return obstacle(project, key) === undefined;
}

interface Props {
  readonly projects: readonly Project[];
  readonly keySummary: KeySummary;
  readonly chosen: string | undefined;
  readonly choose: (project: string) => void;
}

export function ProjectChoice({ projects, keySummary, chosen, choose }: Props) {
  if (projects.length === 0) {
    return (
      <div class="notice">
        <p>
          <strong>{t.noProjects}</strong>
        </p>
        <p>{t.noProjectsMore}</p>
      </div>
    );
  }
  return (
    <fieldset>
      <legend>{t.project}</legend>
      {openFirst(projects, keySummary).map((project) => (
        <ProjectRow
          key={project.id}
          project={project}
          why={obstacle(project, keySummary)}
          isChosen={project.id === chosen}
          choose={choose}
        />
      ))}
    </fieldset>
  );
}

/** Sorts the projects that can be chosen first. */
function openFirst(projects: readonly Project[], key: KeySummary): readonly Project[] {
  const isClosed = (project: Project) => Number(!isOpenTo(project, key));
  return projects.toSorted((one, other) => isClosed(one) - isClosed(other));
}

interface RowProps {
  readonly project: Project;
  readonly why: string | undefined;
  readonly isChosen: boolean;
  readonly choose: (project: string) => void;
}

function ProjectRow({ project, why, isChosen, choose }: RowProps) {
  return (
    <label class={why ? 'choice off' : 'choice'}>
      <input
        type="radio"
        name="project"
        checked={isChosen}
        disabled={why !== undefined}
        onChange={() => choose(project.id)}
      />
      <span>
        {project.name}
        {why && <small>{why}</small>}
      </span>
    </label>
  );
}
