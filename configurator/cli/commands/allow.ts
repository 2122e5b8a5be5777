import { cwd } from 'node:process';
import { environments } from '../../../shared/environment.ts';
import { fieldsOf, nameOf } from '../../install/external/planned.ts';
import { withLock } from '../../machine/lock.ts';
import { allow as allowFile, disallow } from '../../machine/records/allowed.ts';
import { loadProject, registerProject } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import type { Work } from '../command.ts';
import { UsageError } from '../errors.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

export interface AllowFlags {
  readonly project?: string;
  readonly revoke?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

interface ExternalPlace {
  readonly environment: string;
  readonly line: number;
  readonly name: string;
  readonly fields: string[];
}

/** `cle allow`: lets this very project file run its commands and speak to its servers. */
const allow: Work<AllowFlags> = async (terminal, flags) => {
  const project = await loadProject(flags.project ?? cwd());
  const { id, name, dir } = project;
  const of = { project: { id, name, dir } };
  if (flags.revoke) return { ...of, allowed: false, revoked: await revoke(project, terminal) };
  const external = placesOf(project);
  if (external.length === 0) {
    terminal.print(tell('allow-none', terminal.language));
    return { ...of, allowed: false, external };
  }
  await askFor(external, flags, terminal);
  await registerProject(project);
  await withLock((lock) => allowFile(project, lock));
  terminal.print(terminal.paint('green', tell('allowed', terminal.language, { dir })));
  return { ...of, allowed: true, external };
};

export default allow;

async function revoke({ dir }: Project, { print, language }: Terminal): Promise<boolean> {
  const revoked = await withLock((lock) => disallow(dir, lock));
  print(tell('allow-revoked', language, { dir }));
  return revoked;
}

function placesOf(project: Project): ExternalPlace[] {
  return environments.flatMap((environment) =>
    project.external(environment).map((target) => ({
      environment,
      line: target.line,
      name: nameOf(target),
      fields: fieldsOf(target),
    })),
  );
}

async function askFor(
  external: readonly ExternalPlace[],
  { yes }: AllowFlags,
  terminal: Terminal,
): Promise<void> {
  const { print, language, interactive } = terminal;
  if (!yes && !interactive) {
    throw new UsageError(tell('confirmation-needed', language), tell('confirmation-needed-allow', language));
  }
  for (const { fields, ...place } of external) {
    print(tell('allow-shown', language, { ...place, fields: fields.join(', ') }));
  }
  if (yes) return;
  const { confirm } = await import('../prompts.ts');
  await confirm(tell('confirm-allow', language), terminal);
}
