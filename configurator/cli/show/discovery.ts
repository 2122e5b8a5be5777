import type { Discovery } from '../../project/discover/discover.ts';
import type { Finding } from '../../project/discover/finding.ts';
import { kits } from '../../project/kits/kits.ts';
import { say } from '../messages.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

/** Prints in one line what was found in a file, and why it is taken for an environment's. */
export function showFinding(finding: Finding, { print, language }: Terminal): void {
  const { environments, reason, seen } = finding;
  const { address = '', line = 0, said = '' } = seen ?? {};
  const blanks = { environments: environments.join(', '), address, line, said };
  const because = tell(`because-${reason}`, language, blanks);
  print(`${whatItIs(finding, language)}; ${because}`);
}

function whatItIs({ file, target }: Finding, language: Terminal['language']): string {
  if ('set' in target)
    return tell('found-names', language, { file, names: Object.keys(target.set).join(', ') });
  const kit = kits.find(({ name }) => name === target.kit)?.title ?? target.kit;
  return tell('found-kit', language, { file, kit });
}

/** Prints what was found in a tree and why it is proposed, and what is not and why not. */
export function showDiscovery({ findings, passedOver, plugins, cut }: Discovery, terminal: Terminal): void {
  const { print, language } = terminal;
  for (const finding of findings) showFinding(finding, terminal);
  for (const { file, plugin } of plugins) {
    print(tell('plugin-found', language, { file, title: plugin.title }));
  }
  if (passedOver.length > 0) print(tell('passed-over', language));
  for (const { code, params } of passedOver) {
    const { what, next } = say(code, params, language);
    print(`  ${what}; ${next}`);
  }
  if (cut) print(tell('init-cut', language));
}
