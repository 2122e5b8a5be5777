import type { Node, Program } from '@babel/types';
import type { Segment } from '../path-address.ts';
import { findAssigned } from './assigned.ts';
import { findDeclared } from './declared.ts';
import { unwrap } from './unwrap.ts';

/** A place that gives a name to a value. */
export interface Assigning {
  readonly path: readonly Segment[];
  /** Without its types; `undefined` where no expression alone says it. */
  readonly value: Node | undefined;
  /** Where a line is told of: the value, else the name. */
  readonly offset: number;
  /** Where a first value may be written: behind the name of a variable that has none. */
  readonly empty?: number;
}

/** What a file gives names to, in its order, and the names that its top level has. */
export interface Assignings {
  readonly assignings: readonly Assigning[];
  readonly names: ReadonlySet<string>;
}

/**
 * Finds what gives a value to a name: declarations of the top level, what the file exports, and every assignment to
 * either, wherever it stands. Inside functions, names of their own do not count.
 */
export function findAssigning(program: Program): Assignings {
  const { declared, bindings } = findDeclared(program);
  const assigned = findAssigned(program, bindings);
  return {
    assignings: [...declared, ...assigned].sort((a, b) => a.offset - b.offset),
    names: new Set(bindings.keys()),
  };
}

export function given(path: readonly Segment[], expression: Node): Assigning {
  return { path, value: unwrap(expression), offset: expression.start ?? 0 };
}
