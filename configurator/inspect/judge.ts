import { platform } from 'node:process';
import type { Environment } from '../../shared/environment.ts';
import type { Receipt } from '../../shared/wire.ts';
import type { Tracking } from '../install/targets/git-guard.ts';
import { type Project, projectFileName } from '../project/project.ts';
import type { NamedKey } from './clear-key.ts';
import { findingOf, type StatusFinding } from './finding.ts';
import type { ReadTarget } from './read-target.ts';

const readableByAll = 0o004n;

/** Problems with the file that holds a key: who else can read it, and whether git would publish it. */
export function judgeFile(
  { file, stat }: ReadTarget,
  holdsKey: boolean,
  tracking: Tracking | null,
  environment: Environment,
): StatusFinding[] {
  const findings: StatusFinding[] = [];
  const production = environment === 'production';
  if (tracking === 'tracked' && (production || holdsKey)) {
    findings.push(findingOf(production ? 'file-tracked' : 'test-key-tracked', { file }));
  }
  if (tracking === 'exposed' && (production || holdsKey)) {
    findings.push(findingOf(production ? 'file-not-ignored' : 'test-key-not-ignored', { file }));
  }
  // On Windows modes mean nothing.
  if (holdsKey && stat && platform !== 'win32' && (stat.mode & readableByAll) !== 0n) {
    const mode = (stat.mode & 0o777n).toString(8).padStart(3, '0');
    findings.push(findingOf('file-world-readable', { file, mode }));
  }
  return findings;
}

/** What the key in a file should be. */
interface Expectation {
  readonly environment: Environment;
  readonly project: Project;
  /** The last installation that wrote the file for the environment. */
  readonly latest: Receipt | undefined;
}

/** Problems with the key in a file: for another environment, of another merchant, or not the one that was installed. */
export function judgeKey(
  file: string,
  { merchantId, fingerprint, knownAs }: NamedKey,
  { environment, project: { merchant }, latest }: Expectation,
): StatusFinding[] {
  const findings: StatusFinding[] = [];
  const [known] = knownAs;
  if (known !== undefined && !knownAs.includes(environment)) {
    findings.push(findingOf('held-other-environment', { file, key: known, wanted: environment }));
  }
  if (merchant !== undefined && merchantId !== null && merchantId !== merchant.word) {
    const { word: wanted, line } = merchant;
    findings.push(
      findingOf('held-other-merchant', { file, key: merchantId, wanted, line, project: projectFileName }),
    );
  }
  if (latest !== undefined && latest.key.fingerprint !== fingerprint) {
    const { masked, fingerprint: print } = latest.key;
    findings.push(findingOf('held-not-installed', { file, masked, fingerprint: print }));
  }
  return findings;
}
