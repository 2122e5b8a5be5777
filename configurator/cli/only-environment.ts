import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { type Project, projectFileName } from '../project/project.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** The environment of a project that has one only. @throws UsageError where it has several */
export function onlyEnvironment({ environments }: Project, { language }: Terminal): Environment {
  const [only, ...others] = environments;
  if (only === undefined) {
    throw new Refusal('project-environment-missing', { file: projectFileName, environment: 'homologation' });
  }
  if (others.length === 0) return only;
  throw new UsageError(tell('environment-which', language), tell('environment-which-next', language));
}
