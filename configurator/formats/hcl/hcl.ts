import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import { eolOf, indentBefore, indentOf, lineIndex, linesAfter, linesAtEnd } from '../lines.ts';
import { doubleQuoted, numberText } from '../literals.ts';
import { addMembers } from '../members.ts';
import { type Path, printPath, type Segment } from '../path-address.ts';
import type { Branch, Container, Tree, TreeSlot } from '../tree/tree.ts';
import { treeFormat } from '../tree/tree-format.ts';
import { type Member, parseHcl, type Value } from './parse.ts';

const title = 'HCL';

/** Escapes that JSON has and HCL lacks. */
const missingEscapes: Readonly<Record<string, string>> = { '\\b': '\\u0008', '\\f': '\\u000C' };

/** @returns `undefined` for text that is not in Unicode's NFC: HCL readers normalise strings to it */
function spell(value: string): string | undefined {
  if (value.normalize('NFC') !== value || /\p{Surrogate}/u.test(value)) return undefined;
  return doubleQuoted(value)
    .replace(/\\[\s\S]/g, (sequence) => missingEscapes[sequence] ?? sequence)
    .replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

const bareName = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

interface Walk {
  readonly text: string;
  readonly file: string;
  readonly lineAt: (offset: number) => number;
  readonly slots: TreeSlot[];
  readonly containers: Container[];
}

function readTree(text: string, { file }: FormatContext): Tree {
  const walk: Walk = { text, file, lineAt: lineIndex(text), slots: [], containers: [] };
  const members = parseHcl(text, file);
  walk.containers.push({
    path: { segments: [] },
    line: 1,
    names: namesOf(members),
    grow: (branch) =>
      [...branch.keys()].every((name) => bareName.test(name))
        ? [linesAtEnd(text, emit(walk, branch, '', 1))]
        : undefined,
  });
  visitMembers(walk, members, []);
  return walk;
}

function namesOf(members: readonly Member[]): Set<string> {
  return new Set(members.map(({ name }) => name));
}

function visitMembers(walk: Walk, members: readonly Member[], above: readonly Segment[]): void {
  for (const { name, value } of members) visit(walk, value, { segments: [...above, name] });
}

function visit(walk: Walk, value: Value, path: Path): void {
  const line = walk.lineAt(value.offset);
  if (value.kind === 'tuple') {
    for (const [index, item] of value.items.entries()) {
      visit(walk, item, { segments: [...path.segments, index] });
    }
    return;
  }
  if (value.kind !== 'object') {
    walk.slots.push({ address: printPath(path), path, line, ...slotOf(value) });
    return;
  }
  const { members } = value;
  walk.containers.push({
    path,
    line,
    names: namesOf(members),
    grow: (branch) => growObject(walk, { ...value, members }, branch, line),
  });
  visitMembers(walk, members, path.segments);
}

function slotOf(value: Value): Pick<TreeSlot, 'value' | 'exact' | 'write'> {
  const { offset, end } = value;
  const write = (wanted: string) => {
    const bare =
      value.kind === 'word' && /^(?:true|false)$/.test(`${value.word}`) && /^(?:true|false)$/.test(wanted);
    const content = bare ? wanted : spell(wanted);
    return content === undefined ? undefined : [{ offset, length: end - offset, content }];
  };
  if (value.kind === 'text') return { value: value.text, exact: true, write };
  if (value.kind !== 'word') return { value: undefined, exact: false };
  if (value.word === 'null') return { value: '', exact: false, write };
  const isNumber = /\d/.test(value.word);
  return { value: isNumber ? numberText(value.word) : value.word, exact: !isNumber, write };
}

/** @throws Refusal `value-unrepresentable` */
function emit(walk: Walk, branch: Branch, indent: string, line: number): string[] {
  return [...branch].flatMap(([name, member]) => {
    const head = `${indent}${bareName.test(name) ? name : (spell(name) ?? '')} = `;
    if (member instanceof Map) {
      const eol = eolOf(walk.text);
      return [[`${head}{`, ...emit(walk, member, `${indent}  `, line), `${indent}}`].join(eol)];
    }
    const { value, address, field } = member;
    const literal = spell(value);
    if (literal !== undefined) return [head + literal];
    throw new Refusal('value-unrepresentable', { file: walk.file, line, address, field, format: title });
  });
}

/** Members on lines of their own need no commas. New ones get commas where the last has one, or all are on one line. */
function growObject(
  walk: Walk,
  { offset, end, members }: Value & { readonly members: readonly Member[] },
  branch: Branch,
  line: number,
) {
  const { text } = walk;
  const last = members.at(-1);
  const indent = last && indentBefore(text, last.offset);
  const usesCommas = members.some(({ comma }) => comma !== undefined);
  if (last && indent !== undefined && !usesCommas && text.slice(last.end, end).includes('\n')) {
    return [linesAfter(text, last.end, emit(walk, branch, indent, line))];
  }
  const inner = indent ?? `${indentOf(text, offset)}  `;
  const added = emit(walk, branch, inner, line).map((member) => member.trimStart());
  return addMembers(
    text,
    { open: offset, close: end - 1, items: members, trailingComma: last?.comma },
    added,
  );
}

/**
 * Variables of Terraform (`.tfvars`), OpenTofu and Packer, and the `inputs` of Terragrunt, in HCL's native syntax. An
 * address is the name of a variable, or leads into an object.
 */
export const hcl = treeFormat({ name: 'hcl', title, dialects: [], encoding: 'utf-8', parse: readTree });
