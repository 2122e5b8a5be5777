import { isNode, nodes, type PhpNode, sourceOf } from './parse.ts';

/** A part of a statement that runs under a condition. */
export interface PhpBranch {
  /** As the address says it; `undefined` for what only waits for nobody else to have done it. */
  readonly condition: string | undefined;
  readonly body: PhpNode;
}

/** The parts of an `if`, a `switch`, a loop or a `try`; none for any other statement. */
export function branchesOf(text: string, statement: PhpNode): PhpBranch[] {
  const { kind, body, always } = statement;
  switch (kind) {
    case 'if':
      return ofIf(text, statement);
    case 'switch':
      return isNode(body) ? nodes(body['children']).flatMap((part) => ofCase(text, statement, part)) : [];
    case 'try':
      return [
        ...under('try', body),
        ...nodes(statement['catches']).flatMap((part) => under('catch', part['body'])),
        ...under('finally', always),
      ];
    case 'for':
    case 'foreach':
    case 'while':
    case 'do':
      return under(kind, body);
    default:
      return [];
  }
}

function under(condition: string | undefined, body: unknown): PhpBranch[] {
  return isNode(body) ? [{ condition, body }] : [];
}

/** `if (!defined('X')) define('X', …)` has one place only: it is no branch. */
function ofIf(text: string, { test, body, alternate }: PhpNode): PhpBranch[] {
  const condition = conditionOf(text, test as PhpNode);
  const guard = /^!\s*\\?defined\s*\([^()]*\)$/i.test(condition) && !isNode(alternate);
  return [...under(guard ? undefined : condition, body), ...under(`!${condition}`, alternate)];
}

function ofCase(text: string, { test }: PhpNode, part: PhpNode): PhpBranch[] {
  const subject = conditionOf(text, test as PhpNode);
  const value = part['test'];
  const condition = isNode(value) ? `${subject} == ${conditionOf(text, value)}` : `${subject} == default`;
  return under(condition, part['body']);
}

function conditionOf(text: string, node: PhpNode): string {
  return sourceOf(text, node).replace(/\s+/g, ' ');
}
