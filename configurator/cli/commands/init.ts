import { lstat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cwd } from 'node:process';
import type { Environment } from '../../../shared/environment.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { type Tracking, trackingOf } from '../../install/targets/git-guard.ts';
import { errnoOf, rethrowUnlessSystemError } from '../../machine/system-error.ts';
import { type Discovery, discover } from '../../project/discover/discover.ts';
import { type Finding, merchantsIn, proposeProjectFile } from '../../project/discover/finding.ts';
import type { Kit } from '../../project/kits/kit.ts';
import { kits } from '../../project/kits/kits.ts';
import { type Plugin, plugins } from '../../project/kits/plugins.ts';
import { loadProject, registerProject } from '../../project/load.ts';
import { type Project, projectFileName } from '../../project/project.ts';
import { nearWord } from '../../project/project-node.ts';
import type { Work } from '../command.ts';
import { CommandRefusal, FoundWrong, UsageError } from '../errors.ts';
import { say } from '../messages.ts';
import { requirePerson } from '../require-person.ts';
import { reasonOf, showDiscovery, showFinding } from '../show/discovery.ts';
import { showPlugin } from '../show/plan.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

export interface InitFlags {
  readonly kit?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `cle init`: proposes a project file for what it finds, and registers the project. Products in which the key is entered by
 * hand are listed in it too, and their steps are shown.
 */
const init: Work<InitFlags> = async (terminal, flags) => {
  const dir = cwd();
  const plugin = plugins.find(({ name }) => name === flags.kit);
  const kit = plugin ? undefined : kitOf(flags, terminal);
  const there = await projectAbove(dir);
  if (there) {
    const registered = await register(there.dir, there.dir === dir ? 'init-already' : 'init-above', terminal);
    return { ...registered, ...(plugin && tellByHand([plugin], terminal)) };
  }
  const found = plugin ? onlyByHand(plugin) : await discover(dir, kit);
  const discovery = await settleEnvironments(await preferLocal(dir, found), flags, terminal);
  const byHand = discovery.plugins.map(({ plugin }) => plugin);
  if (!plugin) showDiscovery(discovery, terminal);
  if (discovery.findings.length + byHand.length === 0) {
    throw new FoundWrong(new CommandRefusal('nothing-found', { dir }), summaryOf(discovery, terminal));
  }
  if (plugin && !flags.yes && !terminal.interactive) {
    const told = tellByHand(byHand, terminal);
    terminal.print(tell('confirmation-needed-init', terminal.language));
    return { ...told, created: false };
  }
  await propose(dir, discovery, flags, terminal);
  const registered = await register(dir, 'init-done', terminal);
  const told = tellByHand(byHand, terminal);
  return { ...registered, ...told, ...summaryOf(discovery, terminal), next: showNext(discovery, terminal) };
};

export default init;

/** This user's project file in this folder or a parent folder. @throws Refusal where it is invalid */
async function projectAbove(dir: string): Promise<Project | undefined> {
  try {
    return await loadProject(dir);
  } catch (error) {
    const isNone = error instanceof Refusal && ['project-missing', 'project-foreign'].includes(error.code);
    if (isNone) return undefined;
    throw error;
  }
}

/** The discovery when a person names the shop: nothing is searched. */
function onlyByHand(plugin: Plugin): Discovery {
  return { findings: [], skipped: [], plugins: [{ plugin, file: '' }], cut: false };
}

function tellByHand(found: readonly Plugin[], terminal: Terminal) {
  for (const plugin of found) showPlugin(plugin, terminal);
  return { byHand: found.map(({ name }) => name) };
}

/** Prints which command comes next. @returns it */
function showNext({ findings }: Discovery, { print, language }: Terminal): string[] {
  if (findings.length > 0) print(tell('init-next', language));
  print(tell('init-commit', language, { file: projectFileName }));
  return findings.length > 0 ? ['cle apply'] : [];
}

function summaryOf({ findings, skipped }: Discovery, { language }: Terminal) {
  return {
    findings: findings.map((finding) => ({ ...finding, because: reasonOf(finding, language) })),
    passedOver: skipped.map(({ code, params }) => {
      const { what: message, next } = say(code, params, language);
      return { code, params, message, next };
    }),
  };
}

/** A key belongs in a file that is not committed: `.env.local` rather than a `.env` that git tracks or that it overrides. */
async function preferLocal(dir: string, discovery: Discovery): Promise<Discovery> {
  return withoutOverridden(dir, await intoLocal(dir, discovery));
}

/** If git tracks a `.env`, and there is a `.env.local` without anything about Payline yet, the findings move to the latter. */
async function intoLocal(dir: string, discovery: Discovery): Promise<Discovery> {
  const found = new Set(discovery.findings.map(({ file }) => file));
  const plain = [...found].filter((file) => isPlainEnv(file) && !found.has(`${file}.local`));
  const tracking = await trackingOf(
    plain.map((file) => join(dir, file)),
    dir,
  ).catch(unknownTracking);
  const moved = new Set<string>();
  for (const file of plain) {
    const isLocal =
      tracking.get(join(dir, file)) === 'tracked' && (await isThere(join(dir, `${file}.local`)));
    if (isLocal) moved.add(file);
  }
  const findings = discovery.findings.map((finding) =>
    moved.has(finding.file) ? { ...finding, file: `${finding.file}.local` } : finding,
  );
  return { ...discovery, findings };
}

const isPlainEnv = (file: string) => /(?:^|\/)\.env$/.test(file);

/**
 * Leaves out a `.env` beside a `.env.local` that overrides it, unless git tracks only the latter: a key belongs in a file that
 * is not committed.
 */
async function withoutOverridden(dir: string, discovery: Discovery): Promise<Discovery> {
  const files = new Set(discovery.findings.map(({ file }) => file));
  const pairs = [...files].filter((file) => isPlainEnv(file) && files.has(`${file}.local`));
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
    skipped: [...discovery.skipped, ...overridden],
  };
}

/** If git does not answer, `.env.local` is assumed to be local, as its name says. */
function unknownTracking(error: unknown): Map<string, Tracking> {
  if (!(error instanceof Refusal)) throw error;
  return new Map();
}

/**
 * Asks for the environment of each file for which it is unclear; with `--yes` such a file is skipped, and listed.
 *
 * @throws Cancelled
 */
async function settleEnvironments(
  discovery: Discovery,
  { yes }: InitFlags,
  terminal: Terminal,
): Promise<Discovery> {
  const findings: Finding[] = [];
  const skipped = [...discovery.skipped];
  for (const finding of discovery.findings) {
    const { file, seen, environments } = finding;
    if (environments.length > 0) findings.push(finding);
    else {
      const { line = 0, address = '', said = '' } = seen ?? {};
      const asks = !yes && terminal.interactive;
      const chosen = asks ? await askEnvironmentOf(finding, terminal) : undefined;
      if (chosen) findings.push({ ...finding, environments: [chosen] });
      else skipped.push(new CommandRefusal('environment-unclear', { file, line, address, said }));
    }
  }
  return { ...discovery, findings, skipped };
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
  const byHand = found.map(({ plugin }) => plugin);
  const asks = !yes && terminal.interactive;
  const merchant = asks && merchantsIn(findings).length === 0 ? await askMerchant(terminal) : undefined;
  const text = proposeProjectFile(findings, byHand, merchant);
  printText(`\n${text}`);
  if (!yes) {
    requirePerson('confirmation-needed-init', terminal);
    const { confirm } = await import('../prompts.ts');
    await confirm(tell('confirm-init', language), terminal, true);
  }
  await writeProposal(join(dir, projectFileName), text);
}

async function askMerchant(terminal: Terminal): Promise<string | undefined> {
  const { askMerchantOfProject } = await import('../prompts.ts');
  return askMerchantOfProject(terminal);
}

/** Never overwrites a file that was created in the meantime. */
async function writeProposal(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    throw new Refusal('write-failed', { file: projectFileName, reason: errnoOf(error) });
  }
}

async function register(
  dir: string,
  said: 'init-already' | 'init-above' | 'init-done',
  { print, language }: Terminal,
) {
  const project = await registerProject(await loadProject(dir));
  const { id, name } = project;
  print(tell(said, language, { file: projectFileName, name, dir: project.dir }));
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
