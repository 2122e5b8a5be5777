import { isScalar } from 'yaml';
import { fields } from '../../shared/access-key.ts';
import { type Environment, environments } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { formatNames } from '../formats/registry.ts';
import type { Kit } from '../kits/kit.ts';
import { kits } from '../kits/kits.ts';
import { insidePath } from './inside-path.ts';
import { kitShapes } from './kit-shapes.ts';
import { projectFileName, type Setting, type Target, type Word } from './project.ts';
import {
  isText,
  need,
  oneOf,
  onlyWords,
  type ProjectNode,
  parseProjectText,
  readList,
  readMap,
  readText,
  unknownWord,
} from './project-node.ts';

/** What a project file says. */
export interface ProjectFile {
  readonly merchant: Word | undefined;
  readonly targets: ReadonlyMap<Environment, readonly Target[]>;
}

/**
 * Reads the text of a project file against its closed schema.
 *
 * @throws Refusal `project-file-…`, `file-unparsable`, `path-outside-project`, each with the line
 */
export function parseProjectFile(text: string): ProjectFile {
  const root = parseProjectText(text);
  const map = readMap(root);
  onlyWords(map, ['version', 'merchant', 'environments']);
  checkVersion(need(map, 'version', root.line));
  const merchant = map.get('merchant');
  return {
    merchant: merchant && readText(merchant),
    targets: readEnvironments(need(map, 'environments', root.line)),
  };
}

function checkVersion({ value, line }: ProjectNode): void {
  if (!isScalar(value) || value.value !== 1) {
    throw new Refusal('project-file-version', { file: projectFileName, line });
  }
}

function readEnvironments(node: ProjectNode): Map<Environment, readonly Target[]> {
  const targets = new Map<Environment, readonly Target[]>();
  for (const [word, list] of readMap(node)) {
    const environment = oneOf({ word, line: list.line }, environments);
    targets.set(
      environment,
      readList(list).map((target) => readTarget(target, environment)),
    );
  }
  return targets;
}

function readTarget(node: ProjectNode, environment: Environment): Target {
  const map = readMap(node);
  const kitWord = map.get('kit');
  onlyWords(map, kitWord ? ['kit', 'file', 'dialect'] : ['file', 'format', 'dialect', 'set']);
  const file = readText(need(map, 'file', node.line));
  const dialect = map.get('dialect');
  const place = { file: insidePath(file.word), line: file.line, dialect: dialect && readText(dialect) };
  if (kitWord) {
    const kit = findKit(readText(kitWord));
    const { line } = kitWord;
    return {
      ...place,
      dialect: place.dialect ?? (kit.dialect ? { word: kit.dialect, line } : undefined),
      kit: kit.name,
      format: kit.format,
      shapes: kitShapes(kit, environment, line),
    };
  }
  const format = map.get('format');
  return {
    ...place,
    kit: undefined,
    format: format && oneOf(readText(format), formatNames),
    shapes: [readSettings(need(map, 'set', node.line), environment)],
  };
}

function findKit(word: Word): Kit {
  const kit = kits.find(({ name }) => name === word.word);
  if (!kit) {
    throw unknownWord(
      word,
      kits.map(({ name }) => name),
    );
  }
  return kit;
}

function readSettings(node: ProjectNode, environment: Environment): Setting[] {
  return [...readMap(node)].map(([address, value]) => {
    const { line } = value;
    if (isText(value)) {
      const field = oneOf(readText(value), fields);
      return { address, line, field, environmentWord: environment, optional: false };
    }
    const map = readMap(value);
    onlyWords(map, ['field', ...environments]);
    const field = oneOf(readText(need(map, 'field', line)), ['environment']);
    const { word } = readText(need(map, environment, line));
    return { address, line, field, environmentWord: word, optional: false };
  });
}
