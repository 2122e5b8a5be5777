import type { ExternalTarget, Given } from '../project/project.ts';

const longest = 200;

/** What a target beyond files is called wherever it is shown: its words in the project file, shortened. */
export function nameOf(target: ExternalTarget): string {
  const name =
    target.kind === 'command'
      ? target.argv.map(wordOf).join(' ')
      : `${target.address} ${target.mount}/${target.path}`;
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}

/** The fields that it gets, each once. */
export function fieldsOf(target: ExternalTarget): string[] {
  const given: readonly Pick<Given, 'field'>[] = target.kind === 'command' ? [target.given] : target.settings;
  return [...new Set(given.map(({ field }) => field))];
}

/** Control characters would play with the terminal that shows it. */
function wordOf(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word);
}
