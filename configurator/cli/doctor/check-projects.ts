import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import type { StatusFinding } from '../../inspect/finding.ts';
import { projectStatus } from '../../inspect/status.ts';
import { mapBounded } from '../../machine/map-bounded.ts';
import { type Journal, readJournal } from '../../machine/records/journal.ts';
import { type RegisteredProject, registeredProjects } from '../../machine/records/registry.ts';
import { loadRegistered } from '../../project/load.ts';
import type { AllMessages } from '../messages.ts';
import { type DoctorFinding, note } from './finding.ts';

export interface ProjectDiagnosis {
  readonly name: string;
  readonly dir: string;
  readonly findings: readonly DoctorFinding[];
}

/** Findings that may be intended. */
const notes: readonly (keyof AllMessages)[] = [
  'test-key-tracked',
  'test-key-not-ignored',
  'file-world-readable',
];

/** Findings that the first installation of a key resolves. */
const notesWithoutKey: readonly (keyof AllMessages)[] = [
  ...notes,
  'held-none',
  'entry-missing',
  'environment-word',
];

/**
 * Checks every project that this machine knows: its file, its environments, its guards, and git.
 *
 * @throws Refusal `state-unreadable`
 */
export async function checkProjects(): Promise<ProjectDiagnosis[]> {
  const journal = await readJournal();
  return mapBounded(await registeredProjects(), async (project) => ({
    name: basename(project.dir),
    dir: project.dir,
    findings: await checkProject(project, journal),
  }));
}

async function checkProject(registered: RegisteredProject, journal: Journal): Promise<DoctorFinding[]> {
  try {
    const environments = await projectStatus(await loadRegistered(registered), { journal });
    return environments.flatMap(({ environment, targets, external, byHand, findings }) => [
      ...byHand.map(({ title: kit }) => note('held-by-hand', { kit, environment })),
      ...findings.map((found) => judge(found, notes)),
      ...external.flatMap(({ findings: found }) => found.map((each) => judge(each, notes))),
      ...targets.flatMap(({ key, findings: found }) =>
        found.map((each) => judge(each, key === null ? notesWithoutKey : notes)),
      ),
    ]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, params } = error;
    const isGone = code === 'project-missing' && !existsSync(registered.dir);
    return [
      {
        code,
        params,
        level: 'problem',
        repairs: isGone ? [{ kind: 'unregister', dir: registered.dir }] : [],
      },
    ];
  }
}

function judge({ code, params }: StatusFinding, asNotes: readonly string[]): DoctorFinding {
  return { code, params, level: asNotes.includes(code) ? 'note' : 'problem', repairs: [] };
}
