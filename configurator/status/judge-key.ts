import type { Environment } from '../../shared/environment.ts';
import type { Receipt } from '../../shared/wire.ts';
import { type Project, projectFileName } from '../project/project.ts';
import type { StatusFinding } from './finding.ts';
import type { NamedKey } from './name-key.ts';

/** What a key in a file should be. */
export interface Expectation {
  readonly environment: Environment;
  readonly project: Project;
  /** The last installation that wrote the file for the environment. */
  readonly latest: Receipt | undefined;
}

/** What is wrong with the key that a file holds: another environment's, another merchant's, another one than installed. */
export function judgeKey(
  file: string,
  { merchantId, fingerprint, knownAs }: NamedKey,
  { environment, project: { merchant }, latest }: Expectation,
): StatusFinding[] {
  const findings: StatusFinding[] = [];
  const [known] = knownAs;
  if (known !== undefined && !knownAs.includes(environment)) {
    findings.push({ code: 'held-other-environment', params: { file, key: known, wanted: environment } });
  }
  if (merchant !== undefined && merchantId !== null && merchantId !== merchant.word) {
    const { word: wanted, line } = merchant;
    findings.push({
      code: 'held-other-merchant',
      params: { file, key: merchantId, wanted, line, project: projectFileName },
    });
  }
  if (latest !== undefined && latest.key.fingerprint !== fingerprint) {
    const { masked, fingerprint: print } = latest.key;
    findings.push({ code: 'held-not-installed', params: { file, masked, fingerprint: print } });
  }
  return findings;
}
