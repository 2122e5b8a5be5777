import { cwd } from 'node:process';
import type { AccessKey } from '../../../shared/access-key.ts';
import type { Environment } from '../../../shared/environment.ts';
import { installedKey } from '../../inspect/payline/installed-key.ts';
import { verify } from '../../inspect/payline/verify.ts';
import { summarizeKey } from '../../install/install.ts';
import { loadProject } from '../../project/load.ts';
import { checkEnvironment } from '../../project/project.ts';
import type { Work } from '../command.ts';
import { FoundWrong } from '../errors.ts';
import { onlyEnvironment, readKey } from '../key-source.ts';
import { describeKey } from '../show/plan.ts';
import { showWorks } from '../show/verified.ts';
import type { Terminal } from '../terminal.ts';

export interface VerifyFlags {
  readonly project?: string;
  readonly environment?: Environment;
  readonly json?: boolean;
}

/** `cle verify`: asks Payline whether a key works, the installed one or another. */
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
  throw new FoundWrong(why, { key: summary, outcome });
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
