import type { AST } from 'toml-eslint-parser';
import { type Path, printPath, type Segment } from '../path-address.ts';

export type Pair = AST.TOMLKeyValue;

interface Common {
  readonly path: Path;
  readonly line: number;
  readonly names: Set<string>;
}

/** The top of the file, `[table]` or an element of `[[tables]]`; its pairs follow its header. */
export interface HeaderTable extends Common {
  readonly kind: 'header';
  readonly header: AST.TOMLTable | undefined;
  readonly pairs: readonly Pair[];
}

/** A table that exists only through the headers of deeper ones, such as `a` in `[a.b]`. */
export interface ImpliedTable extends Common {
  readonly kind: 'implied';
}

/** A table that dotted keys define, such as `a` in `a.b = 1`. */
export interface DottedTable extends Common {
  readonly kind: 'dotted';
  /** The names with which all its keys begin. */
  readonly prefix: readonly string[];
  /** Its last pair so far, where that is on a line of its own. */
  last: Pair | undefined;
}

/** `{a = 1}` */
export interface InlineTable extends Common {
  readonly kind: 'inline';
  readonly node: AST.TOMLInlineTable;
}

export type Table = HeaderTable | ImpliedTable | DottedTable | InlineTable;

/** Every table of a file, by its address. */
export class Tables {
  readonly #tables = new Map<string, Table>();

  all(): Table[] {
    return [...this.#tables.values()];
  }

  get(segments: readonly Segment[]): Table | undefined {
    return this.#tables.get(printPath({ segments }));
  }

  /** Adds a table, or replaces one that was implied before its own header came. */
  add(table: Table): void {
    const address = printPath(table.path);
    const { names } = this.#tables.get(address) ?? {};
    for (const name of names ?? []) table.names.add(name);
    this.#tables.set(address, table);
  }

  /** Adds a member's name to the table above it. */
  addName(segments: readonly Segment[]): void {
    const end = segments.findLastIndex((segment) => typeof segment === 'string');
    this.get(segments.slice(0, end))?.names.add(String(segments[end]));
  }
}
