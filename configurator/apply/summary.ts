import type { AccessKey } from '../../shared/access-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import type { KeySummary, Plan as PlanSummary } from '../../shared/wire.ts';
import { maskedDiff } from './masked-diff.ts';
import type { Plan } from './plan.ts';

/** What may be shown of a plan: a masked diff, warnings, the digest. Holds no secret. */
export async function summarize({ key, files, digest }: Plan): Promise<PlanSummary> {
  return {
    key: await summarizeKey(key),
    targets: files.map((planned) => ({
      file: planned.file,
      change: planned.rewrite.changed ? 'changed' : 'unchanged',
      diff: maskedDiff(planned),
    })),
    warnings: key.warnings,
    digest,
  };
}

/** What may be shown of a key. */
export async function summarizeKey(key: AccessKey): Promise<KeySummary> {
  const { environment, merchantId, reference, masked } = key;
  return { environment, merchantId, reference, masked, fingerprint: await fingerprint(key) };
}
