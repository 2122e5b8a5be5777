import { AccessKey } from '../../../shared/access-key.ts';
import type { Environment } from '../../../shared/environment.ts';
import { AnyRefusal, Refusal } from '../../../shared/refusal.ts';
import { mapBounded } from '../../machine/map-bounded.ts';
import { type Project, projectFileName } from '../../project/project.ts';
import { type ClearKey, clearKeyIn } from '../clear-key.ts';
import type { StatusFinding } from '../finding.ts';
import { readTarget } from '../read-target.ts';

/**
 * Reads the key of an environment from a project's files.
 *
 * @throws Refusal `keys-differ` where there are several; `installed-key-none`, `installed-merchant-none`; those of the files
 */
export async function installedKey(project: Project, environment: Environment): Promise<AccessKey> {
  const findings: StatusFinding[] = [];
  const found = await mapBounded(project.targets(environment), async (target) => {
    const read = await readTarget(project, target);
    findings.push(...read.findings.filter(({ code }) => code !== 'environment-word'));
    const held = read.wantsKey ? clearKeyIn(read.file, read.values, findings) : undefined;
    return { held, merchantId: read.values.get('merchantId') };
  });
  const keys = found.flatMap(({ held }) => held ?? []);
  const { accessKey } = one(keys, findings, environment);
  const merchantId =
    keys.find((key) => key.merchantId)?.merchantId ??
    found.find((each) => each.merchantId)?.merchantId ??
    project.merchant?.word;
  if (!merchantId) throw new Refusal('installed-merchant-none', { environment, file: projectFileName });
  return AccessKey.parse({ accessKey, merchantId }, environment);
}

function one(
  keys: readonly ClearKey[],
  [first]: readonly StatusFinding[],
  environment: Environment,
): ClearKey {
  const [key] = keys;
  if (new Set(keys.map(({ accessKey }) => accessKey)).size > 1)
    throw new Refusal('keys-differ', { environment });
  if (key) return key;
  throw first ? new AnyRefusal(first.code, first.params) : new Refusal('installed-key-none', { environment });
}
