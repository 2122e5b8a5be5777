import type { Discovery } from '../../project/discover/discover.ts';
import type { Finding } from '../../project/discover/finding.ts';
import { kits } from '../../project/kits/kits.ts';
import { say } from '../messages.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

/** Prints on one line what was found in a file, and why it belongs to an environment. */
export function showFinding(finding: Finding, { print, language }: Terminal): void {
  print(`${whatItIs(finding, language)}; ${reasonOf(finding, language)}`);
}

/** Why a file belongs to an environment. */
export function reasonOf({ environments, reason, seen }: Finding, language: Terminal['language']): string {
  const { address = '', line = 0, said = '' } = seen ?? {};
  return tell(`because-${reason}`, language, { environments: environments.join(', '), address, line, said });
}

function whatItIs({ file, target }: Finding, language: Terminal['language']): string {
  if ('set' in target)
    return tell('found-names', language, { file, names: Object.keys(target.set).join(', ') });
  const kit = kits.find(({ name }) => name === target.kit)?.title ?? target.kit;
  return tell('found-kit', language, { file, kit });
}

/** Prints what is proposed for a tree, what is not, and why. */
export function showDiscovery({ findings, skipped, plugins, cut }: Discovery, terminal: Terminal): void {
  const { print, language } = terminal;
  for (const finding of findings) showFinding(finding, terminal);
  for (const { file, plugin } of plugins) {
    print(tell('plugin-found', language, { file, title: plugin.title }));
  }
  if (skipped.length > 0) print(tell('passed-over', language));
  for (const { code, params } of skipped) {
    const { what, next } = say(code, params, language);
    print(`  ${what}; ${next}`);
  }
  if (cut) print(tell('init-cut', language));
}
