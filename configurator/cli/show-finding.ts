import type { Finding } from '../discover/finding.ts';
import { kits } from '../kits/kits.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** Prints in one line what was found in a file, and why it is taken for an environment's. */
export function showFinding(finding: Finding, { print, language }: Terminal): void {
  const { environments, reason } = finding;
  const because = tell(`because-${reason}`, language, { environments: environments.join(', ') });
  print(`${whatItIs(finding, language)}; ${because}`);
}

function whatItIs({ file, target }: Finding, language: Terminal['language']): string {
  if ('set' in target)
    return tell('found-names', language, { file, names: Object.keys(target.set).join(', ') });
  const kit = kits.find(({ name }) => name === target.kit)?.title ?? target.kit;
  return tell('found-kit', language, { file, kit });
}
