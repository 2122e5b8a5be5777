import { parse } from 'node:path';
import type { Metafile } from 'esbuild';

/**
 * What is read in one go, by the sources that it begins with: what starts every command, what `cle apply` does with a
 * `.env`, and what parses a project file that is new. To read many small files takes longer than to run what is in them.
 */
const beginnings = {
  start: ['configurator/cle.ts'],
  apply: [
    'configurator/install/write/recover.ts',
    'configurator/cli/commands/apply.ts',
    'configurator/formats/env/env.ts',
    'configurator/machine/sealed/age-file.ts',
    'configurator/machine/sealed/seal.ts',
  ],
  project: ['configurator/project/parse-tree.ts'],
} as const;

/** The name of a part that esbuild made: of its file, without folder and ending. */
export function partName(path: string): string {
  return parse(path).name;
}

export interface Pack {
  readonly name: string;
  /** The names of the parts that lie in it. */
  readonly inside: readonly string[];
}

/**
 * Which parts lie in which pack: those of its beginnings and all that these cannot run without, unless an earlier pack
 * has them.
 *
 * @param alone the parts that lie in none
 */
export function packsOf({ outputs }: Metafile, alone: readonly string[]): Pack[] {
  const passed = new Set<string>();
  const gather = (path: string): string[] => {
    if (passed.has(path)) return [];
    passed.add(path);
    const needed = outputs[path]?.imports.filter(
      ({ kind, external }) => kind === 'import-statement' && !external,
    );
    return [...(needed ?? []).flatMap((each) => gather(each.path)), partName(path)];
  };
  const beginningOf = (source: string) =>
    Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === source);
  return Object.entries(beginnings).map(([name, sources]) => ({
    name,
    inside: sources
      .flatMap(beginningOf)
      .flatMap(gather)
      .filter((part) => !alone.includes(part)),
  }));
}
