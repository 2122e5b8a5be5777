import { join } from 'node:path';
import * as v from 'valibot';
import { Refusal } from '../../../shared/refusal.ts';
import type { Lock } from '../lock.ts';
import { readState, stateFolder, usingState, writeDurably } from '../state-folder.ts';

const fileName = 'projects.json';

const schema = v.strictObject({
  version: v.literal(1),
  projects: v.array(v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)), dir: v.string() })),
});

/** A project that this machine knows: its opaque id and its folder. */
export type RegisteredProject = v.InferOutput<typeof schema>['projects'][number];

/** @throws Refusal `state-unreadable` */
export async function registeredProjects(): Promise<RegisteredProject[]> {
  const text = await readState(fileName);
  if (text === undefined) return [];
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (!parsed.success) throw new Refusal('state-unreadable', { file: join(stateFolder(), fileName) });
  return parsed.output.projects;
}

/** Adds a project, unless its folder is already registered. @returns the id under which the folder is registered */
export async function addRegisteredProject(project: RegisteredProject, _lock: Lock): Promise<string> {
  const projects = await registeredProjects();
  const known = projects.find(({ dir }) => dir === project.dir);
  if (known) return known.id;
  await writeProjects([...projects, project]);
  return project.id;
}

/** The id under which a folder is registered, or `undefined`. */
export async function registeredIdOf(dir: string): Promise<string | undefined> {
  return (await registeredProjects()).find((project) => project.dir === dir)?.id;
}

/** Removes the project of a folder from the list, so that the browser no longer offers it. Its files stay. */
export async function removeRegisteredProject(dir: string, _lock: Lock): Promise<void> {
  const projects = (await registeredProjects()).filter((project) => project.dir !== dir);
  await writeProjects(projects);
}

async function writeProjects(projects: readonly RegisteredProject[]): Promise<void> {
  const text = JSON.stringify({ version: 1, projects }, undefined, 2);
  const path = join(stateFolder(), fileName);
  await usingState(path, () => writeDurably(path, `${text}\n`));
}
