import { argument, isNode, nodes, type PhpNode, shortName } from './parse.ts';
import type { Around, NamedValue } from './statements.ts';

/** The constants and properties of a class, and the properties that its constructor sets. */
export function membersOf(declaration: PhpNode, around: Around): NamedValue[] {
  const owner = isNode(declaration['name']) ? String(declaration['name']['name']) : '';
  const members = nodes(declaration['body']);
  return members.flatMap((member) => {
    if (member.kind === 'classconstant') return ofMember(member, 'const', owner, around);
    if (member.kind === 'propertystatement') return ofMember(member, 'property', owner, around);
    return isConstructor(member) ? constructorProperties(member, owner, around) : [];
  });
}

function ofMember(
  statement: PhpNode,
  kind: 'const' | 'property',
  owner: string,
  around: Around,
): NamedValue[] {
  const declared = nodes(statement[kind === 'const' ? 'constants' : 'properties']);
  const plain = around.plain && declared.length === 1;
  return declared.flatMap(({ name, value }) => {
    if (!isNode(name) || !isNode(value)) return [];
    const path = [owner, (kind === 'const' ? '' : '$') + String(name['name'])];
    return [{ statement, kind, name, path, value, ...around, plain }];
  });
}

function isConstructor({ kind, name }: PhpNode): boolean {
  return kind === 'method' && isNode(name) && String(name['name']).toLowerCase() === '__construct';
}

/** Properties that the constructor sets, which overrides their declaration. */
function constructorProperties({ body }: PhpNode, owner: string, around: Around): NamedValue[] {
  const statements = isNode(body) ? nodes(body['children']) : [];
  return statements.flatMap((statement) => {
    const assign = statement['expression'];
    if (!isNode(assign) || assign.kind !== 'assign') return [];
    const name = ownProperty(assign['left']);
    const value = assign['right'];
    if (name === undefined || !isNode(value)) return [];
    return [
      { statement, kind: 'property', name: undefined, path: [owner, `$${name}`], value, ...around } as const,
    ];
  });
}

/** `$this->name` and `self::$name`. */
function ownProperty(left: unknown): string | undefined {
  if (!isNode(left) || !isNode(left['what']) || !isNode(left['offset'])) return undefined;
  const { what, offset } = left;
  const own = what.kind === 'selfreference' || what.kind === 'staticreference' || what['name'] === 'this';
  return own && /^(?:property|static)lookup$/.test(left.kind) ? String(offset['name']) : undefined;
}

/** Calls that set a named value: `putenv`, CakePHP's `Configure::write`, the `set` of Symfony's containers. */
export function calledWith(statement: PhpNode, call: PhpNode, around: Around): NamedValue[] {
  const { what } = call;
  const base = { statement, kind: 'call', ...around, plain: false } as const;
  if (!isNode(what)) return [];
  if (what.kind === 'name') return shortName(what).toLowerCase() === 'putenv' ? environment(call, base) : [];
  if (!isNode(what['what']) || !isNode(what['offset'])) return [];
  const name = argument(call, 0, 'key');
  const value = argument(call, 1, 'value');
  const method = String(what['offset']['name']);
  if (what.kind === 'staticlookup') {
    if (method !== 'write' || shortName(what['what']) !== 'Configure' || !name) return [];
    if (name.kind === 'array') return [{ ...base, name: undefined, path: ['Configure'], value: name }];
    if (name.kind !== 'string' || !value) return [];
    return [{ ...base, name, path: ['Configure', String(name['value'])], value }];
  }
  // `$container->parameters()->set('a', …)->set('b', …)`
  const before = what['what'].kind === 'call' ? calledWith(statement, what['what'], around) : [];
  if (!/^(?:set|setParameter|extension)$/.test(method) || name?.kind !== 'string' || !value) return before;
  return [...before, { ...base, name, path: [String(name['value'])], value }];
}

/** `putenv('NAME=value')` */
function environment(
  call: PhpNode,
  base: Pick<NamedValue, 'statement' | 'branch' | 'plain'> & { readonly kind: 'call' },
): NamedValue[] {
  const value = argument(call, 0, 'assignment');
  const source = value && beginningOf(value);
  const [prefix, name] = /^([^=]+)(?:=|$)/.exec(source ?? '') ?? [];
  if (!value || prefix === undefined || name === undefined) return [];
  return [{ ...base, name: undefined, path: ['putenv', name], value, prefix }];
}

/** The literal text with which an expression begins. */
function beginningOf(node: PhpNode): string | undefined {
  if (node.kind === 'string') return String(node['value']);
  if (node.kind === 'bin' && isNode(node['left'])) return beginningOf(node['left']);
  const [first] = node.kind === 'encapsed' ? nodes(node['value']) : [];
  return first && isNode(first['expression']) ? beginningOf(first['expression']) : undefined;
}
