import { stringify } from 'yaml';
import { environments } from '../../shared/environment.ts';
import type { Finding } from './finding.ts';

/** The text of a project file for what was found. Its comments say what a person may add. */
export function proposeProjectFile(findings: readonly Finding[]): string {
  const merchant = findings.find((finding) => finding.merchant)?.merchant ?? '…';
  const targets = Object.fromEntries(
    environments.flatMap((environment) => {
      const own = findings.filter((finding) => finding.environments.includes(environment));
      return own.length > 0 ? [[environment, own.map(toTarget)]] : [];
    }),
  );
  return `# Where this project's Payline keys go. No secret belongs in this file.
version: 1
# merchant: "${merchant}"   # optional: a key of any other merchant is then refused
${stringify({ environments: targets }, { lineWidth: 0 })}`;
}

function toTarget({ file, target }: Finding): object {
  return 'kit' in target ? { kit: target.kit, file } : { file, set: target.set };
}
