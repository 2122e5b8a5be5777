import { arch, platform, release } from 'node:os';
import { versions } from 'node:process';
import { version } from '../../../package.json';
import type { Params } from '../../../shared/wording.ts';
import type { Machine } from '../../native-host/browsers/machine.ts';
import type { Diagnosis } from './diagnose.ts';
import type { DoctorFinding } from './finding.ts';

/** Blanks of messages that never contain a person's or a project's name, or anything of a key. */
const shared = [
  'mode',
  'reason',
  'status',
  'seconds',
  'version',
  'other',
  'policy',
  'line',
  'browser',
  'count',
];

/**
 * A report that a person can send to whoever helps them: the findings and the system. It has only paths of browsers and of
 * this program, with the user's folder as `~`; projects by number; and nothing from a file.
 */
export function supportReport({ browsers, host, projects, findings }: Diagnosis, machine: Machine) {
  const tell = (found: readonly DoctorFinding[], isOurs: boolean) =>
    found.map(({ code, level, params }) => ({ code, level, ...told(params, isOurs, machine) }));
  return {
    version,
    node: versions.node,
    system: `${platform()} ${release()} ${arch()}`,
    browsers: browsers.map(({ name, isConnected, sandboxes, findings: found }) => ({
      name,
      isConnected,
      sandboxes,
      findings: tell(found, true),
    })),
    host: host && {
      launcher: hidden(host.launcher, machine),
      version: host.echo?.version ?? null,
      findings: tell(host.findings, true),
    },
    projects: projects.map(({ findings: found }, index) => ({
      project: index + 1,
      findings: tell(found, false),
    })),
    findings: tell(findings, true),
  };
}

function told(params: Params, isOurs: boolean, machine: Machine): Params {
  const named = isOurs ? [...shared, 'file', 'key', 'node', 'program'] : shared;
  return Object.fromEntries(
    Object.entries(params)
      .filter(([name]) => named.includes(name))
      .map(([name, value]) => [name, typeof value === 'string' ? hidden(value, machine) : value]),
  );
}

function hidden(text: string, { home }: Machine): string {
  return text.replaceAll(home, '~');
}
