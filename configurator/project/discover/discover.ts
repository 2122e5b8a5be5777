import { realpath } from 'node:fs/promises';
import { activeCharacter } from '../../../shared/outside-text.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { formatOfFile } from '../../formats/registry.ts';
import { mapBounded } from '../../machine/map-bounded.ts';
import type { Kit } from '../kits/kit.ts';
import { kits } from '../kits/kits.ts';
import { plugins } from '../kits/plugins.ts';
import { type FoundPlugin, findPlugins, isKitFile, pathPattern } from './find-kits.ts';
import type { Finding } from './finding.ts';
import { type Candidate, inspect, realName } from './inspect.ts';
import { followLink, walk } from './walk.ts';

/** The result of searching a tree. */
export interface Discovery {
  readonly findings: readonly Finding[];
  /** Files that have to do with Payline and are not proposed: why, and what to do about it. */
  readonly skipped: readonly Refusal[];
  /** Plugins that keep their key in a database. */
  readonly plugins: readonly FoundPlugin[];
  /** The tree has more files than were searched. */
  readonly cut: boolean;
}

const pluginCode = pathPattern(
  plugins.flatMap(({ code }) => code),
  true,
);

/**
 * Finds the files of a tree that take a key.
 *
 * @param only searches for this kit and nothing else
 */
export async function discover(root: string, only?: Kit): Promise<Discovery> {
  const { files, links, closed, cut } = walk(root);
  const known = new Set(files);
  const candidatesOf = (paths: readonly string[]) =>
    paths
      .filter((path) => !pluginCode.test(path))
      .flatMap((path) => candidateOf(root, path, known, only) ?? []);
  const real = await realpath(root);
  const results = [
    ...(await mapBounded(candidatesOf(files), (candidate) => inspect(root, candidate))),
    ...(await mapBounded(candidatesOf(links), (candidate) => inspectLink(real, candidate, known))),
  ];
  const findings: Finding[] = [];
  const skipped = [...closed];
  for (const result of results) {
    const checked = result && (refuseActiveName(result) ?? result);
    if (checked instanceof Refusal) skipped.push(checked);
    else if (checked) findings.push(...checked);
  }
  return { findings, skipped, plugins: only ? [] : findPlugins(root, files), cut };
}

/** A file or entry whose name a project file may not contain is not proposed. */
function refuseActiveName(result: readonly Finding[] | Refusal): Refusal | undefined {
  for (const { file, target } of result instanceof Refusal ? [] : result) {
    const names = 'set' in target ? [file, ...Object.keys(target.set)] : [file];
    const character = names.map(activeCharacter).find((found) => found !== undefined);
    if (character !== undefined) return new Refusal('name-character', { file, character });
  }
  return undefined;
}

/** Skips a link to a file that is searched anyway; refuses one that leads outside the project. */
async function inspectLink(
  root: string,
  candidate: Candidate,
  known: ReadonlySet<string>,
): Promise<readonly Finding[] | Refusal | undefined> {
  const target = await followLink(root, candidate.file);
  if (target === undefined || known.has(target)) return undefined;
  const result = await inspect(root, candidate);
  if (target !== 'outside' || !result || result instanceof Refusal) return result;
  return new Refusal('path-outside-project', { file: candidate.file });
}

function candidateOf(
  root: string,
  file: string,
  known: ReadonlySet<string>,
  only: Kit | undefined,
): Candidate | undefined {
  const has = (path: string) => known.has(path);
  const named = (only ? [only] : kits).filter((kit) => isKitFile(realName(file), kit, has, root));
  const byNames = !only && mayHoldNames(file);
  return named.length > 0 || byNames ? { file, kits: named, byNames } : undefined;
}

/** Source code is everywhere, so it is searched only where its name suggests settings. */
const sourceCode: ReadonlySet<string> = new Set(['php', 'python', 'script']);
const settingsName = /config|setting|param|option|env|local|secret|credential|constant|payline|monext/i;

/** Where a Magento module declares its settings: their defaults and their form. */
const magentoModule = /(?:^|\/)etc\/(?:adminhtml\/)?(?:config|system)\.xml$/;

function mayHoldNames(file: string): boolean {
  const format = formatOfFile(file);
  return (
    format !== undefined && !magentoModule.test(file) && (!sourceCode.has(format) || settingsName.test(file))
  );
}
