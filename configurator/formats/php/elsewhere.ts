import type { Elsewhere } from '../other-form.ts';
import { isNode, nodes, type PhpNode, startOf } from './parse.ts';

/** Functions that look a name up, with a default where it has no value. */
const lookups = /^(?:env|getenv|config|get\w*|has\w*|is\w*|defined|constant)$/i;

/**
 * Every name that gets a value anywhere in a file: array keys, arguments of calls (`Config::set('name', …)`,
 * `putenv('NAME=…')`), members of objects and classes, also inside functions.
 */
export function namesElsewhere(
  statements: readonly PhpNode[],
  lineAt: (offset: number) => number,
): Elsewhere[] {
  const found: Elsewhere[] = [];
  const waiting: [PhpNode, readonly string[]][] = statements.map((statement) => [statement, []]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, above] = next;
    const named = namedIn(node);
    const inside = named ? [...above, named.name] : [];
    const isValue = named && isNode(named.value) && named.value.kind !== 'array';
    if (named && isValue) found.push({ names: inside, line: lineAt(startOf(node)) });
    found.push(...taken(node).map((name) => ({ names: [name], line: lineAt(startOf(node)) })));
    for (const part of Object.values(node)) {
      for (const child of Array.isArray(part) ? part : [part]) {
        if (!isNode(child)) continue;
        const keeps = child === named?.value || node.kind === 'array';
        waiting.push([child, keeps ? (named ? inside : above) : []]);
      }
    }
  }
  return found.reverse();
}

interface Named {
  readonly name: string;
  readonly value: unknown;
}

/** The name and value that a node defines. */
function namedIn(node: PhpNode): Named | undefined {
  const { kind, key, value, name, left, right } = node;
  if (kind === 'entry') return textOf(key, value);
  if (kind === 'assign' && isNode(left)) {
    const offset = left['offset'];
    if (!isNode(offset)) return undefined;
    const member = /^(?:property|static)lookup$/.test(left.kind) ? offset['name'] : undefined;
    return typeof member === 'string' ? { name: member, value: right } : textOf(offset, right);
  }
  if (kind === 'constant' || kind === 'property') {
    return isNode(name) ? { name: String(name['name']), value } : undefined;
  }
  // A promoted constructor parameter.
  if (kind === 'parameter' && isNode(name) && node['flags']) return { name: String(name['name']), value };
  return kind === 'call' ? calledWith(node) : undefined;
}

/** The variables of `[$a, $b] = …`. */
function taken({ kind, left }: PhpNode): string[] {
  if (kind !== 'assign' || !isNode(left) || !/^(?:list|array)$/.test(left.kind)) return [];
  return nodes(left['items']).flatMap(({ value }) =>
    isNode(value) && value.kind === 'variable' ? [String(value['name'])] : [],
  );
}

function textOf(node: unknown, value: unknown): Named | undefined {
  return isNode(node) && node.kind === 'string' ? { name: String(node['value']), value } : undefined;
}

function calledWith({ what, arguments: list }: PhpNode): Named | undefined {
  const [first, second] = nodes(list);
  const called = isNode(what) ? (isNode(what['offset']) ? what['offset'] : what) : undefined;
  if (first?.kind !== 'string' || lookups.test(String(called?.['name']))) return undefined;
  const text = String(first['value']);
  const assigned = /^(\w+)=/.exec(text)?.[1];
  if (!second) return assigned === undefined ? undefined : { name: assigned, value: first };
  return { name: text, value: second };
}
