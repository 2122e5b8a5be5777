import { fields } from '../../shared/access-key.ts';
import { type Environment, environments } from '../../shared/environment.ts';
import type { Given, Setting } from './project.ts';
import { isText, need, oneOf, onlyWords, type ProjectNode, readMap, readText } from './project-node.ts';

/**
 * Reads `set:` of a target that has addresses.
 *
 * @throws Refusal `project-file-…`
 */
export function readSettings(node: ProjectNode, environment: Environment): Setting[] {
  return [...readMap(node)].map(([address, value]) => ({
    address,
    line: value.line,
    optional: false,
    ...readGiven(value, environment),
  }));
}

/**
 * Reads what one place gets: a field, or `field: environment` with the place's own words.
 *
 * @throws Refusal `project-file-…`
 */
export function readGiven(node: ProjectNode, environment: Environment): Given {
  if (isText(node)) return { field: oneOf(readText(node), fields), environmentWord: environment };
  const map = readMap(node);
  onlyWords(map, ['field', ...environments]);
  const field = oneOf(readText(need(map, 'field', node.line)), ['environment']);
  const { word } = readText(need(map, environment, node.line));
  return { field, environmentWord: word };
}
