import { cwd } from 'node:process';
import type { AccessKey } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { summarizeKey } from '../apply/summary.ts';
import type { Work } from '../cli/command.ts';
import { FoundWrong } from '../cli/found-wrong.ts';
import { readKey } from '../cli/key-source.ts';
import { onlyEnvironment } from '../cli/only-environment.ts';
import { describeKey } from '../cli/show.ts';
import { showWorks } from '../cli/show-verified.ts';
import type { Terminal } from '../cli/terminal.ts';
import { installedKey } from '../payline/installed-key.ts';
import { verify } from '../payline/verify.ts';
import { checkEnvironment } from '../project/check-environment.ts';
import { loadProject } from '../project/load.ts';

export interface VerifyFlags {
  readonly project?: string;
  readonly environment?: Environment;
  readonly json?: boolean;
}

/** `cle verify`: asks Payline whether a key works, the one that is installed or another. */
const verifyCommand: Work<VerifyFlags, [source?: string]> = async (terminal, flags, source) => {
  const key = await keyOf(source, flags, terminal);
  const summary = await summarizeKey(key);
  terminal.print(describeKey(summary, terminal));
  const verified = await verify(key);
  if (verified.outcome === 'works') {
    showWorks(verified, terminal);
    return { key: summary, ...verified };
  }
  const { outcome, why } = verified;
  throw new FoundWrong(why.code, why.params, { key: summary, outcome });
};

export default verifyCommand;

async function keyOf(
  source: string | undefined,
  { project: dir, environment }: VerifyFlags,
  terminal: Terminal,
): Promise<AccessKey> {
  if (source === undefined) {
    const project = await loadProject(dir ?? cwd());
    return installedKey(project, environment ?? onlyEnvironment(project, terminal));
  }
  const { key } = await readKey(source, { environments: [], merchant: undefined }, environment, terminal);
  checkEnvironment(key, environment);
  return key;
}
