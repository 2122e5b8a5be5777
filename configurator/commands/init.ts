import { lstat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { Refusal } from '../../shared/refusal.ts';
import type { Work } from '../cli/command.ts';
import { showFinding } from '../cli/show-finding.ts';
import type { Terminal } from '../cli/terminal.ts';
import { type TextKey, tell } from '../cli/texts.ts';
import { UsageError } from '../cli/usage-error.ts';
import { type Discovery, discover } from '../discover/discover.ts';
import { proposeProjectFile } from '../discover/proposal.ts';
import { errnoOf } from '../disk/errno.ts';
import type { Kit } from '../kits/kit.ts';
import { kits } from '../kits/kits.ts';
import { loadProject } from '../project/load.ts';
import { nearestWord } from '../project/nearest.ts';
import { projectFileName } from '../project/project.ts';
import { registerProject } from '../project/registered.ts';

export interface InitFlags {
  readonly kit?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `cle init`: proposes a project file for what it finds, and registers the project. */
const init: Work<InitFlags> = async (terminal, flags) => {
  const dir = cwd();
  if (await isThere(join(dir, projectFileName))) return register(dir, 'init-already', terminal);
  checkThatItCanBeAsked(terminal, flags);
  const discovery = await discover(dir, kitOf(flags, terminal));
  if (discovery.findings.length === 0) throw new Refusal('nothing-found', { dir });
  await propose(dir, discovery, flags, terminal);
  return { ...(await register(dir, 'init-done', terminal)), findings: discovery.findings };
};

export default init;

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
    kits.map(({ name }) => name),
  );
  throw new UsageError(tell('unknown-kit', language), tell('did-you-mean', language, { nearest }));
}

async function propose(
  dir: string,
  { findings, cut }: Discovery,
  { yes }: InitFlags,
  terminal: Terminal,
): Promise<void> {
  const { language, print } = terminal;
  for (const finding of findings) showFinding(finding, terminal);
  if (cut) print(tell('init-cut', language));
  const text = proposeProjectFile(findings);
  print(`\n${text}`);
  if (!yes) {
    const { confirm } = await import('../cli/prompts.ts');
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
    errnoOf(error);
    return false;
  }
}
