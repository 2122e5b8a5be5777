import { say } from '../../shared/messages.ts';
import type { Discovery } from '../discover/discover.ts';
import { showFinding } from './show-finding.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

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
