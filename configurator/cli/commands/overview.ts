import { cwd } from 'node:process';
import { version } from '../../../package.json';
import { Refusal } from '../../../shared/refusal.ts';
import type { Language } from '../../../shared/wording.ts';
import { projectStatus } from '../../inspect/status.ts';
import { type RegisteredProject, registeredProjects } from '../../machine/records/registry.ts';
import { rotationOf } from '../../machine/records/rotation.ts';
import type { Browser } from '../../native-host/browsers/browsers.ts';
import { thisLaunch } from '../../native-host/browsers/this-launch.ts';
import { thisMachine } from '../../native-host/browsers/this-machine.ts';
import { loadProject } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import type { Work } from '../command.ts';
import { connectedBrowsers } from '../doctor/check-browsers.ts';
import { Page, type Row } from '../help.ts';
import { say } from '../messages.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

export interface OverviewFlags {
  readonly json?: boolean;
}

/** A next command, and the reason for it. */
interface Step {
  readonly command: string;
  readonly why: string;
}

/** `cle` on its own: shows the current state, and which command comes next. */
const overview: Work<OverviewFlags> = async (terminal) => {
  const { language } = terminal;
  const connected = await browsersConnected();
  const registered = await registeredProjects();
  const here = await projectHere();
  const steps = [
    ...(await stepsHere(here, registered, language)),
    ...(connected?.length === 0 ? [step('connect', tell('overview-connect', language))] : []),
    step('help', tell('overview-help', language)),
  ];
  show(connected, registered, here, steps, terminal);
  const project = here && !(here instanceof Refusal) ? { id: here.id, name: here.name, dir: here.dir } : null;
  return {
    version,
    browsers: connected?.map(({ name }) => name) ?? null,
    projects: registered.length,
    project,
    next: steps,
  };
};

export default overview;

/** `undefined` where it is not known. */
async function browsersConnected(): Promise<readonly Browser[] | undefined> {
  try {
    const { browsers, findings } = await connectedBrowsers(await thisLaunch(), thisMachine());
    return findings.length > 0 ? undefined : browsers;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The project of this folder, or the refusal of its file; `undefined` where there is none. */
async function projectHere(): Promise<Project | Refusal | undefined> {
  try {
    return await loadProject(cwd());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'project-missing' ? undefined : error;
  }
}

async function stepsHere(
  here: Project | Refusal | undefined,
  registered: readonly RegisteredProject[],
  language: Language,
): Promise<Step[]> {
  if (here === undefined) return [step('init', tell('overview-init', language))];
  if (here instanceof Refusal) return [];
  const own: Step[] = registered.some(({ dir }) => dir === here.dir)
    ? []
    : [step('init', tell('overview-register', language))];
  const waiting = await whatWaits(here, language);
  if (waiting.length > 0) return [...own, ...waiting];
  return [...own, step('apply', tell('overview-apply', language))];
}

/** The unfinished work in a project, and keys that its files lack. */
async function whatWaits(project: Project, language: Language): Promise<Step[]> {
  const steps: Step[] = [];
  let others = 0;
  for (const { environment, targets, findings } of await projectStatus(project)) {
    const codes = [...findings, ...targets.flatMap((target) => target.findings)].map(({ code }) => code);
    if (await rotationOf(project.id, environment)) {
      steps.push(step('rotate', tell('overview-rotation', language, { environment })));
    }
    if (codes.includes('project-not-allowed')) steps.push(step('allow', tell('overview-allow', language)));
    const isEmpty = codes.includes('held-none') && targets.every(({ key }) => key === null);
    if (isEmpty) steps.push(step('apply', tell('overview-no-key', language, { environment })));
    else others += codes.filter((code) => code !== 'project-not-allowed').length;
  }
  if (others > 0) steps.push(step('status', tell('overview-findings', language, { count: others })));
  return steps;
}

function step(command: string, why: string): Step {
  return { command: `cle ${command}`, why };
}

function show(
  connected: readonly Browser[] | undefined,
  registered: readonly RegisteredProject[],
  here: Project | Refusal | undefined,
  steps: readonly Step[],
  terminal: Terminal,
): void {
  const { language } = terminal;
  const titles = connected?.map(({ title }) => title).join(', ');
  const browser =
    titles === undefined ? tell('overview-unknown', language) : titles || tell('overview-none', language);
  const rows: Row[] = [
    [tell('overview-browser', language), browser],
    [tell('overview-projects', language), String(registered.length)],
    [tell('overview-here', language), describeHere(here, terminal)],
  ];
  const page = new Page(terminal);
  page.text(`cle ${version}: ${tell('about-cle', language)}`);
  page.section('overview-now', rows);
  page.section(
    'overview-next',
    steps.map(({ command, why }) => [command, why]),
  );
  page.print();
}

function describeHere(here: Project | Refusal | undefined, { language }: Terminal): string {
  if (here === undefined) return tell('overview-no-project', language);
  if (!(here instanceof Refusal)) return `${here.name} (${here.dir})`;
  const { what, next } = say(here.code, here.params, language);
  return `${what}; ${next}`;
}
