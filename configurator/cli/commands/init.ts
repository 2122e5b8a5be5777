import { lstat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cwd } from 'node:process';
import type { Environment } from '../../../shared/environment.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { type Tracking, trackingOf } from '../../install/targets/git-guard.ts';
import { errnoOf, rethrowUnlessSystemError } from '../../machine/system-error.ts';
import { type Discovery, discover } from '../../project/discover/discover.ts';
import { type Finding, proposeProjectFile } from '../../project/discover/finding.ts';
import type { Kit } from '../../project/kits/kit.ts';
import { kits } from '../../project/kits/kits.ts';
import { type Plugin, plugins } from '../../project/kits/plugins.ts';
import { loadProject, registerProject } from '../../project/load.ts';
import { projectFileName } from '../../project/project.ts';
import { nearWord } from '../../project/project-node.ts';
import type { Work } from '../command.ts';
import { CommandRefusal, FoundWrong, UsageError } from '../errors.ts';
import { requirePerson } from '../require-person.ts';
import { showDiscovery, showFinding } from '../show/discovery.ts';
import { showPlugin } from '../show/plan.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

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
  if (!flags.yes) requirePerson('confirmation-needed-init', terminal);
  const found = await withoutOverridden(dir, await discover(dir, kitOf(flags, terminal)));
  const discovery = await settleEnvironments(found, flags, terminal);
  const byHand = discovery.plugins.map(({ plugin }) => plugin);
  showDiscovery(discovery, terminal);
  if (discovery.findings.length === 0) {
    if (byHand.length === 0) {
      throw new FoundWrong(new CommandRefusal('nothing-found', { dir }), summaryOf(discovery));
    }
    terminal.print(tell('init-by-hand', terminal.language, { file: projectFileName }));
    return { ...tellByHand(byHand, terminal), ...summaryOf(discovery) };
  }
  await propose(dir, discovery, flags, terminal);
  const registered = await register(dir, 'init-done', terminal);
  return { ...registered, ...tellByHand(byHand, terminal), created: true, ...summaryOf(discovery) };
};

export default init;

function tellByHand(found: readonly Plugin[], terminal: Terminal) {
  for (const plugin of found) showPlugin(plugin, terminal);
  return { created: false, byHand: found.map(({ name }) => name) };
}

function summaryOf({ findings, passedOver }: Discovery) {
  return { findings, passedOver: passedOver.map(({ code, params }) => ({ code, params })) };
}

/**
 * Leaves out a `.env` beside a `.env.local` that overrides it, unless git tracks the latter alone: a key belongs into the
 * file that is not committed.
 */
async function withoutOverridden(dir: string, discovery: Discovery): Promise<Discovery> {
  const files = new Set(discovery.findings.map(({ file }) => file));
  const pairs = [...files].filter((file) => /(?:^|\/)\.env$/.test(file) && files.has(`${file}.local`));
  const paths = pairs.flatMap((file) => [join(dir, file), join(dir, `${file}.local`)]);
  const tracking = await trackingOf(paths, dir).catch(unknownTracking);
  const dropped = new Map(
    pairs.map((file) => {
      const isTracked = (name: string) => tracking.get(join(dir, name)) === 'tracked';
      const keepsPlain = isTracked(`${file}.local`) && !isTracked(file);
      return keepsPlain ? [`${file}.local`, file] : [file, `${file}.local`];
    }),
  );
  const overridden = [...dropped].map(
    ([file, other]) => new CommandRefusal('file-overridden', { file, other }),
  );
  return {
    ...discovery,
    findings: discovery.findings.filter(({ file }) => !dropped.has(file)),
    passedOver: [...discovery.passedOver, ...overridden],
  };
}

/** Where git does not answer, `.env.local` is taken for what its name says. */
function unknownTracking(error: unknown): Map<string, Tracking> {
  if (!(error instanceof Refusal)) throw error;
  return new Map();
}

/**
 * Asks for the environment of each file that does not tell; with `--yes` such a file is left out, and said so.
 *
 * @throws Cancelled
 */
async function settleEnvironments(
  discovery: Discovery,
  { yes }: InitFlags,
  terminal: Terminal,
): Promise<Discovery> {
  const findings: Finding[] = [];
  const passedOver = [...discovery.passedOver];
  for (const finding of discovery.findings) {
    const { file, seen, environments } = finding;
    if (environments.length > 0) findings.push(finding);
    else {
      const { line = 0, address = '', said = '' } = seen ?? {};
      const chosen = yes ? undefined : await askEnvironmentOf(finding, terminal);
      if (chosen) findings.push({ ...finding, environments: [chosen] });
      else passedOver.push(new CommandRefusal('environment-unclear', { file, line, address, said }));
    }
  }
  return { ...discovery, findings, passedOver };
}

async function askEnvironmentOf(finding: Finding, terminal: Terminal): Promise<Environment | undefined> {
  const { askEnvironment } = await import('../prompts.ts');
  showFinding(finding, terminal);
  return askEnvironment(finding.file, terminal);
}

function kitOf({ kit: wanted }: InitFlags, { language }: Terminal): Kit | undefined {
  if (wanted === undefined) return undefined;
  const kit = kits.find(({ name }) => name === wanted);
  if (kit) return kit;
  const names = [...kits, ...plugins].map(({ name }) => name);
  const nearest = nearWord(wanted, names);
  throw new UsageError(
    tell('unknown-kit', language),
    nearest
      ? tell('nearest-kit', language, { nearest })
      : tell('kits-are', language, { names: names.join(', ') }),
  );
}

async function propose(
  dir: string,
  { findings, plugins: found }: Discovery,
  { yes }: InitFlags,
  terminal: Terminal,
): Promise<void> {
  const { language, printText } = terminal;
  const text = proposeProjectFile(
    findings,
    found.map(({ plugin }) => plugin),
  );
  printText(`\n${text}`);
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

async function register(dir: string, said: 'init-already' | 'init-done', { print, language }: Terminal) {
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
