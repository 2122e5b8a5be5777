import type { AccessKey } from '../../shared/access-key.ts';
import type { Code } from '../../shared/messages.ts';
import type { KeySummary, Plan as PlanSummary } from '../../shared/wire.ts';
import { fingerprintOf } from '../state/fingerprint.ts';
import { receiptsOf } from '../state/journal.ts';
import type { Plan } from './plan.ts';

/** What may be shown of a plan: a masked diff, warnings, the digest. Holds no secret. */
export async function summarize({ key, files, external, digest }: Plan): Promise<PlanSummary> {
  const summary = await summarizeKey(key);
  return {
    key: summary,
    targets: files.map((planned) => ({
      file: planned.file,
      change: planned.rewrite.changed ? 'changed' : 'unchanged',
      diff: [...planned.diff],
    })),
    ...(external.length > 0 && { external: external.map((planned) => planned.summary) }),
    warnings: [...key.warnings, ...(await historyWarnings(summary))],
    digest,
  };
}

/** A key works in one environment only: one that was installed for the other is most likely mixed up now or was then. */
async function historyWarnings({ fingerprint, environment }: KeySummary): Promise<Code[]> {
  const before = await receiptsOf(fingerprint);
  return before.some(({ key }) => key.environment !== environment) ? ['key-of-other-environment'] : [];
}

/** What may be shown of a key. */
export async function summarizeKey(key: AccessKey): Promise<KeySummary> {
  const { environment, merchantId, reference, masked } = key;
  return { environment, merchantId, reference, masked, fingerprint: await fingerprintOf(key) };
}
