import { win32 } from 'node:path';
import { type Environment, environments } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { wayInside } from '../machine/inside.ts';
import type { Kit, KitSetting } from './kits/kit.ts';
import { kits } from './kits/kits.ts';
import { plugins } from './kits/plugins.ts';
import { readExternal } from './parse-external.ts';
import type { TreeNode } from './parse-tree.ts';
import {
  type ByHand,
  type ExternalTarget,
  projectFileName,
  type Setting,
  type Target,
  type Word,
} from './project.ts';
import {
  oneOf,
  type ProjectNode,
  readFlag,
  readList,
  readMap,
  readSettings,
  readText,
  readWords,
  scalarOf,
  unknownWord,
} from './project-node.ts';
import { byHandWords, fileWords, kitWords, rootWords } from './words.ts';

const anyFolder = 'C:\\project';

/**
 * Checks, by its text alone, that a path of the project file stays inside the project's folder. Symbolic links are checked
 * where the file is opened.
 *
 * @returns the path in its shortest spelling, with `/`
 * @throws Refusal `path-outside-project`: absolute on any system, or with `..` that leaves; `path-reserved`
 */
function insidePath(file: string): string {
  // By the rules of Windows, which has more ways out: projects are shared between systems.
  const path = wayInside(anyFolder, win32.resolve(anyFolder, file), win32);
  // A drive without a slash (`C:x`) is relative to the current folder of that drive.
  const leaves = path === undefined || win32.isAbsolute(file) || /^[a-z]:/i.test(file);
  if (leaves || path.includes('\0')) throw new Refusal('path-outside-project', { file });
  if (file.split(/[\\/]/).some(isReserved)) throw new Refusal('path-reserved', { file });
  return path || '.';
}

/** Microsoft's page "Naming Files, Paths, and Namespaces"; with an ending too, as in `nul.txt`. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\.|$)/i;

/** Whether a name means something else on Windows: a device, a file's stream, or the name without its last dot or space. */
function isReserved(name: string): boolean {
  return devices.test(name) || name.includes(':') || (/[. ]$/.test(name) && name !== '.' && name !== '..');
}

/**
 * The settings of a kit's file for one environment, in each of its shapes.
 *
 * @param line where the project file names the kit
 */
function kitShapes(kit: Kit, environment: Environment, line: number): Setting[][] {
  return kit.shapes.map((shape) => shape.map((setting) => settingFor(setting, environment, line)));
}

function settingFor(
  { address, field, words, optional }: KitSetting,
  environment: Environment,
  line: number,
): Setting {
  return {
    address: typeof address === 'string' ? address : address[environment],
    line,
    field,
    environmentWord: words?.[environment] ?? environment,
    optional: optional ?? false,
  };
}

/** A checked project file. */
export interface ProjectFile {
  readonly merchant: Word | undefined;
  readonly targets: ReadonlyMap<Environment, readonly Target[]>;
  readonly external: ReadonlyMap<Environment, readonly ExternalTarget[]>;
  readonly byHand: ReadonlyMap<Environment, readonly ByHand[]>;
}

/**
 * Checks a project file against its closed schema.
 *
 * @throws Refusal `project-file-…`, `path-outside-project`, each with the line
 */
export function readProjectFile(tree: TreeNode): ProjectFile {
  const root = { name: projectFileName, ...tree };
  const { version, merchant, environments } = readWords(root, rootWords);
  checkVersion(version);
  return { merchant: merchant && readText(merchant), ...readEnvironments(environments) };
}

function checkVersion(node: ProjectNode): void {
  if (scalarOf(node) !== 1)
    throw new Refusal('project-file-version', { file: projectFileName, line: node.line });
}

const mostAddresses = 10_000;

function readEnvironments(node: ProjectNode): Omit<ProjectFile, 'merchant'> {
  let addresses = 0;
  const targets = new Map<Environment, Target[]>();
  const external = new Map<Environment, ExternalTarget[]>();
  const byHand = new Map<Environment, ByHand[]>();
  for (const [word, list] of readMap(node)) {
    const environment = oneOf({ word, line: list.line }, environments);
    const read = readList(list).map((item) => {
      const target = readByHand(item) ?? readExternal(item, environment) ?? readTarget(item, environment);
      addresses += 'shapes' in target ? (target.shapes[0]?.length ?? 0) : 1;
      // Through aliases, a small file can name more addresses than a large one.
      if (addresses > mostAddresses) {
        const { line } = item;
        throw new Refusal('project-file-entries', { file: projectFileName, line, limit: mostAddresses });
      }
      return target;
    });
    targets.set(
      environment,
      read.filter((each) => 'file' in each),
    );
    external.set(
      environment,
      read.filter((each) => 'kind' in each),
    );
    byHand.set(
      environment,
      read.filter((each) => 'plugin' in each),
    );
  }
  return { targets, external, byHand };
}

/** `kit:` of a plugin that keeps its key in a database. */
function readByHand(node: ProjectNode): ByHand | undefined {
  const map = readMap(node);
  const kit = map.get('kit');
  const plugin = kit && plugins.find(({ name }) => name === readText(kit).word);
  if (!plugin) return undefined;
  const file = map.get('file');
  if (file)
    throw new Refusal('kit-has-no-file', { file: projectFileName, line: file.line, kit: plugin.title });
  readWords(node, byHandWords);
  return { plugin, line: kit.line };
}

function readTarget(node: ProjectNode, environment: Environment): Target {
  return readMap(node).has('kit') ? readKitTarget(node, environment) : readFileTarget(node, environment);
}

function readKitTarget(node: ProjectNode, environment: Environment): Target {
  const { kit: word, ...words } = readWords(node, kitWords);
  const place = readPlace(words);
  const kit = findKit(readText(word));
  const { line } = word;
  return {
    ...place,
    dialect: place.dialect ?? (kit.dialect ? { word: kit.dialect, line } : undefined),
    kit: kit.name,
    format: kit.format,
    shapes: kitShapes(kit, environment, line),
  };
}

function readFileTarget(node: ProjectNode, environment: Environment): Target {
  const { format, set, ...words } = readWords(node, fileWords);
  return {
    ...readPlace(words),
    kit: undefined,
    format: format && oneOf(readText(format), fileWords.format.form),
    shapes: [readSettings(set, environment)],
  };
}

interface PlaceNodes {
  readonly file: ProjectNode;
  readonly dialect: ProjectNode | undefined;
  readonly uncomment: ProjectNode | undefined;
}

function readPlace({ file, dialect, uncomment }: PlaceNodes) {
  const path = readText(file);
  return {
    file: insidePath(path.word),
    line: path.line,
    dialect: dialect && readText(dialect),
    ...(uncomment && readFlag(uncomment) && { uncomment: uncomment.line }),
  };
}

function findKit(word: Word): Kit {
  const kit = kits.find(({ name }) => name === word.word);
  if (!kit) {
    throw unknownWord(
      word,
      [...kits, ...plugins].map(({ name }) => name),
    );
  }
  return kit;
}
