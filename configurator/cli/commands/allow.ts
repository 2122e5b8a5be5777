import { cwd } from 'node:process';
import { environments } from '../../../shared/environment.ts';
import { consentOf, namedFiles } from '../../install/external/consent.ts';
import { fieldsOf, nameOf, wordOf } from '../../install/external/planned.ts';
import { withLock } from '../../machine/lock.ts';
import { allow as allowFile, disallow } from '../../machine/records/allowed.ts';
import { loadProject, registerProject } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import type { Work } from '../command.ts';
import { requirePerson } from '../require-person.ts';
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
  /** The program and all its arguments; empty for other targets. */
  readonly argv: readonly string[];
  /** The arguments that name a file of the project, whose contents are allowed too. */
  readonly files: readonly string[];
}

/** `cle allow`: allows exactly this project file to run its commands and contact its servers. */
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
  const consent = consentOf(project);
  await askFor(external, flags, terminal);
  const registered = await registerProject(project);
  await withLock((lock) => allowFile(consent, lock));
  terminal.print(terminal.paint('green', tell('allowed', terminal.language, { dir })));
  return { project: { id: registered.id, name, dir }, allowed: true, external };
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
      argv: target.kind === 'command' ? target.argv : [],
      files: namedFiles(target, project.dir).map(({ word }) => word),
    })),
  );
}

/** Prints every argument in full, one per line: nobody can allow what is not shown. */
function show({ environment, line, name, fields, argv, files }: ExternalPlace, terminal: Terminal): void {
  const { print, language } = terminal;
  print(
    tell('allow-shown', language, {
      environment,
      line,
      name: argv[0] === undefined ? name : wordOf(argv[0]),
      fields: fields.join(', '),
    }),
  );
  for (const word of argv) {
    const note = files.includes(word) ? `  ${tell('allow-content', language)}` : '';
    print(`    ${wordOf(word)}${note}`);
  }
}

async function askFor(
  external: readonly ExternalPlace[],
  { yes }: AllowFlags,
  terminal: Terminal,
): Promise<void> {
  if (!yes) requirePerson('confirmation-needed-allow', terminal);
  for (const place of external) show(place, terminal);
  if (yes) return;
  const { confirm } = await import('../prompts.ts');
  await confirm(tell('confirm-allow', terminal.language), terminal);
}
