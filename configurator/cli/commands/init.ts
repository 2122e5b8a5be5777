import { lstat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { Refusal } from '../../../shared/refusal.ts';
import { errnoOf, rethrowUnlessSystemError } from '../../machine/system-error.ts';
import { type Discovery, discover } from '../../project/discover/discover.ts';
import { proposeProjectFile } from '../../project/discover/finding.ts';
import type { Kit } from '../../project/kits/kit.ts';
import { kits } from '../../project/kits/kits.ts';
import { type Plugin, plugins } from '../../project/kits/plugins.ts';
import { loadProject, registerProject } from '../../project/load.ts';
import { projectFileName } from '../../project/project.ts';
import { nearestWord } from '../../project/project-node.ts';
import type { Work } from '../command.ts';
import { UsageError } from '../errors.ts';
import { showDiscovery } from '../show/discovery.ts';
import { showPlugin } from '../show/plan.ts';
import type { Terminal } from '../terminal.ts';
import { type TextKey, tell } from '../texts.ts';

export interface InitFlags {
  readonly kit?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `cle init`: proposes a project file for what it finds, and registers the project. What takes its key by hand is told with
 * the steps.
 */
const init: Work<InitFlags> = async (terminal, flags) => {
  const dir = cwd();
  const plugin = plugins.find(({ name }) => name === flags.kit);
  if (plugin) return tellByHand([plugin], terminal);
  if (await isThere(join(dir, projectFileName))) return register(dir, 'init-already', terminal);
  checkThatItCanBeAsked(terminal, flags);
  const discovery = await discover(dir, kitOf(flags, terminal));
  const found = discovery.plugins.map(({ plugin }) => plugin);
  showDiscovery(discovery, terminal);
  if (discovery.findings.length === 0) {
    if (found.length === 0) throw new Refusal('nothing-found', { dir });
    terminal.print(tell('init-by-hand', terminal.language, { file: projectFileName }));
    return { ...tellByHand(found, terminal), ...summaryOf(discovery) };
  }
  await propose(dir, discovery, flags, terminal);
  const registered = await register(dir, 'init-done', terminal);
  return { ...registered, ...tellByHand(found, terminal), created: true, ...summaryOf(discovery) };
};

export default init;

function tellByHand(found: readonly Plugin[], terminal: Terminal) {
  for (const plugin of found) showPlugin(plugin, terminal);
  return { created: false, byHand: found.map(({ name }) => name) };
}

function summaryOf({ findings, passedOver }: Discovery) {
  return { findings, passedOver: passedOver.map(({ code, params }) => ({ code, params })) };
}

function checkThatItCanBeAsked({ interactive, language }: Terminal, { yes }: InitFlags): void {
  if (yes || interactive) return;
  throw new UsageError(tell('confirmation-needed', language), tell('confirmation-needed-init', language));
}

function kitOf({ kit: wanted }: InitFlags, { language }: Terminal): Kit | undefined {
  if (wanted === undefined) return undefined;
  const kit = kits.find(({ name }) => name === wanted);
  if (kit) return kit;
  const nearest = nearestWord(
    wanted,
    [...kits, ...plugins].map(({ name }) => name),
  );
  throw new UsageError(tell('unknown-kit', language), tell('did-you-mean', language, { nearest }));
}

async function propose(
  dir: string,
  { findings, plugins: found }: Discovery,
  { yes }: InitFlags,
  terminal: Terminal,
): Promise<void> {
  const { language, print } = terminal;
  const text = proposeProjectFile(
    findings,
    found.map(({ plugin }) => plugin),
  );
  print(`\n${text}`);
  if (!yes) {
    const { confirm } = await import('../prompts.ts');
    await confirm(tell('confirm-init', language), terminal);
  }
  await writeProposal(join(dir, projectFileName), text);
}

/** Never over a file that came to be meanwhile. */
async function writeProposal(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    throw new Refusal('write-failed', { file: projectFileName, reason: errnoOf(error) });
  }
}

async function register(dir: string, said: TextKey, { print, language }: Terminal) {
  const project = await loadProject(dir);
  await registerProject(project);
  const { id, name } = project;
  print(tell(said, language, { file: projectFileName, name }));
  return { project: { id, name, dir: project.dir }, file: projectFileName, created: said === 'init-done' };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    rethrowUnlessSystemError(error);
    return false;
  }
}
