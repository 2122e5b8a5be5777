import type { Environment } from '../../shared/environment.ts';
import { kits } from '../kits/kits.ts';
import type { Project } from '../project/project.ts';
import { showPlugin } from './show-plugin.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/**
 * Prints what is left for a person to do beside the files: restarts, caches, and what takes the key by hand.
 *
 * @returns the names of what takes the key by hand
 */
export function showFollowUp(project: Project, environment: Environment, terminal: Terminal): string[] {
  const { print, language } = terminal;
  const named = new Set(project.targets(environment).map(({ kit }) => kit));
  for (const { name, title, hint } of kits) {
    if (hint && named.has(name)) print(tell('kit-hint', language, { title, hint: hint[language] }));
  }
  const plugins = project.byHand(environment).map(({ plugin }) => plugin);
  for (const plugin of plugins) showPlugin(plugin, terminal);
  return plugins.map(({ name }) => name);
}
