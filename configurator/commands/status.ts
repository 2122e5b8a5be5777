import { cwd } from 'node:process';
import { say } from '../../shared/messages.ts';
import type { Work } from '../cli/command.ts';
import { showStatus } from '../cli/show-status.ts';
import type { Terminal } from '../cli/terminal.ts';
import { loadProject } from '../project/load.ts';
import type { StatusFinding } from '../status/finding.ts';
import { projectStatus } from '../status/status.ts';

export interface StatusFlags {
  readonly project?: string;
  readonly json?: boolean;
}

/** `cle status`: says which key is in which file. What it finds is its result, so it ends well all the same. */
const status: Work<StatusFlags> = async (terminal, flags) => {
  const project = await loadProject(flags.project ?? cwd());
  const environments = await projectStatus(project);
  showStatus(environments, terminal);
  const told = (findings: readonly StatusFinding[]) =>
    findings.map((finding) => tellFinding(finding, terminal));
  const { id, name, dir } = project;
  return {
    project: { id, name, dir },
    environments: environments.map(({ environment, targets, external, findings }) => ({
      environment,
      ...(external.length > 0 && { external }),
      targets: targets.map((target) => ({ ...target, findings: told(target.findings) })),
      findings: told(findings),
    })),
  };
};

export default status;

function tellFinding({ code, params }: StatusFinding, { language }: Terminal) {
  const { what: message, next } = say(code, params, language);
  return { code, params, message, next };
}
