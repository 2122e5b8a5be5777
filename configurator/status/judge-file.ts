import { platform } from 'node:process';
import type { Environment } from '../../shared/environment.ts';
import type { Tracking } from '../apply/git-guard.ts';
import type { StatusFinding } from './finding.ts';
import type { ReadTarget } from './read-target.ts';

const readableByAll = 0o004n;

/** What is wrong with where a key lies: who else may read the file, and what git does with it. */
export function judgeFile(
  { file, stat }: ReadTarget,
  holdsKey: boolean,
  tracking: Tracking | null,
  environment: Environment,
): StatusFinding[] {
  const findings: StatusFinding[] = [];
  const production = environment === 'production';
  if (tracking === 'tracked' && (production || holdsKey)) {
    findings.push({ code: production ? 'file-tracked' : 'test-key-tracked', params: { file } });
  }
  if (tracking === 'exposed' && (production || holdsKey)) {
    findings.push({ code: production ? 'file-not-ignored' : 'test-key-not-ignored', params: { file } });
  }
  // The modes of Windows say nothing.
  if (holdsKey && stat && platform !== 'win32' && (stat.mode & readableByAll) !== 0n) {
    const mode = (stat.mode & 0o777n).toString(8).padStart(3, '0');
    findings.push({ code: 'file-world-readable', params: { file, mode } });
  }
  return findings;
}
