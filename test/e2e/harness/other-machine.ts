import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { mustCle } from './cle.ts';
import { type SampleValues, writeSample } from './sample-project.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

/** A developer's machine: the command line, a project, no browser. */
export interface OtherMachine extends Workspace {
  /** What `cle recipient` prints there. */
  readonly recipient: { readonly text: string; readonly controlCode: string };
}

/** @param before what the files of its project say */
export function makeOtherMachine(before: SampleValues): OtherMachine {
  const workspace = makeWorkspace();
  writeSample(workspace.project, before);
  mustCle(workspace, 'init', '--yes');
  return { ...workspace, recipient: JSON.parse(mustCle(workspace, 'recipient', '--json')) };
}

/** A machine of CI, which has no more than an identity that `age-keygen` made. */
export interface BuildMachine extends Workspace {
  readonly identity: string;
  /** As `age-keygen` prints it. */
  readonly recipient: string;
}

/** @param before as for `makeOtherMachine` */
export function makeBuildMachine(before: SampleValues): BuildMachine {
  const workspace = makeWorkspace();
  writeSample(workspace.project, before);
  mustCle(workspace, 'init', '--yes');
  const identity = join(workspace.home, 'identity.txt');
  execFileSync('age-keygen', ['-o', identity], { stdio: 'ignore' });
  const recipient = execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim();
  return { ...workspace, env: { ...workspace.env, CLE_IDENTITY_FILE: identity }, identity, recipient };
}
