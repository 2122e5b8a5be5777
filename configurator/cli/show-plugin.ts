import type { Plugin } from '../kits/plugins/plugin.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** Prints the form in which a plugin takes a key, and the steps of entering it by hand. */
export function showPlugin({ title, shape, steps }: Plugin, { print, paint, language }: Terminal): void {
  print(paint('bold', tell('plugin-steps', language, { title })));
  print(`  ${tell(`shape-${shape}`, language)}`);
  for (const [index, step] of steps[language].entries()) print(`  ${index + 1}. ${step}`);
}
