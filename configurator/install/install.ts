import type { AccessKey } from '../../shared/access-key.ts';
import type { Code } from '../../shared/message-codes.ts';
import { Refusal } from '../../shared/refusal.ts';
import type {
  ExternalReceipt,
  KeySummary,
  Plan as PlanSummary,
  Receipt,
  ReceiptTarget,
} from '../../shared/wire.ts';
import { saysAll } from '../formats/rewrite.ts';
import { type Lock, withLock } from '../machine/lock.ts';
import { mapBounded } from '../machine/map-bounded.ts';
import { journal, receiptsOf } from '../machine/records/journal.ts';
import { fingerprintOf, rememberKey } from '../machine/records/known-keys.ts';
import { withBackup } from './back-up.ts';
import type { PlannedExternal } from './external/planned.ts';
import { requireMerchant } from './merchant-change.ts';
import type { Plan } from './plan.ts';
import type { PlannedFile } from './planned-file.ts';
import { readAgain, sha256 } from './targets/snapshot.ts';
import { reasonOf } from './write/commit-record.ts';
import { recoverLocked } from './write/recover.ts';
import { replaceFiles } from './write/replace-files.ts';

/** What an installation did. */
interface Installed {
  readonly targets: ReceiptTarget[];
  readonly external: ExternalReceipt[];
  /** Why a later target beyond files could not be done, after one that cannot be taken back. */
  readonly failure?: Refusal;
}

/**
 * Writes every target of a plan, or none, and reads each back.
 *
 * @param captureId the UUID under which the receipt is journalled
 * @param merchant the one to which the person agreed, for a plan that changes the merchant
 * @throws Refusal `merchant-changes`, `merchant-other`, `file-changed` where a file is no longer as planned, `write-failed`, `read-back-failed`,
 *   `state-failed`, `identity-…`, `busy`, `command-…`, `vault-…`: nothing of ours is left anywhere; `write-unfinished`,
 *   `external-unfinished`, `vault-not-restored`: not so
 */
export function install(plan: Plan, captureId: string, merchant?: string): Promise<Receipt> {
  return withLock((lock) => installLocked(plan, captureId, lock, merchant));
}

/** As `install`, for whoever holds the lock. */
export async function installLocked(
  plan: Plan,
  captureId: string,
  lock: Lock,
  merchant?: string,
): Promise<Receipt> {
  requireMerchant(plan, merchant);
  await recoverLocked(lock);
  const { project, files, external } = plan;
  const replacements = files
    .filter(({ rewrite }) => rewrite.changed)
    .map(({ file, snapshot, rewrite }) => ({ file, snapshot, content: rewrite.bytes }));
  const verify = async (): Promise<Installed> => {
    const targets = await mapBounded(files, (planned) => readBack(project.dir, planned));
    return { targets, ...(await deliver(external)) };
  };
  const change = () => replaceFiles(replacements, verify, lock);
  const done = await withBackup(project.id, captureId, replacements, change, lock);
  if (done.failure) throw done.failure;
  const receipt: Receipt = {
    captureId,
    project: project.id,
    key: await summarizeKey(plan.key),
    installed: new Date().toISOString(),
    targets: done.targets,
    ...(external.length > 0 && { external: done.external }),
  };
  // The files are in place with or without it: whoever asks for this capture again is answered by a new receipt.
  await journal(receipt, lock).catch(reasonOf);
  // A search for leaks that does not know this key is no reason to say that it is not in place.
  await rememberKey(plan.key, lock).catch(reasonOf);
  return receipt;
}

async function deliver(external: readonly PlannedExternal[]): Promise<Omit<Installed, 'targets'>> {
  if (external.length === 0) return { external: [] };
  const { deliverAll } = await import('./external/planned.ts');
  return deliverAll(external);
}

/** Reads a file as its consumer will, by its name in the project, and proves that it says what was planned. */
async function readBack(dir: string, planned: PlannedFile): Promise<ReceiptTarget> {
  const { file, rewrite, fields } = planned;
  const bytes = await readAgain(dir, file);
  if (!bytes.equals(rewrite.bytes) || !saysAsPlanned(bytes, planned))
    throw new Refusal('read-back-failed', { file });
  return {
    file,
    change: rewrite.changed ? 'changed' : 'unchanged',
    fields: [...fields],
    sha256: sha256(bytes),
  };
}

/** What is encrypted was proved when it was planned, as far as it can be: the bytes are the same. */
function saysAsPlanned(bytes: Buffer, planned: PlannedFile): boolean {
  const { format, context, assignments } = planned;
  return planned.rewrite.sealed || saysAll(format, bytes, assignments, context);
}

/** What may be shown of a plan: a masked diff, warnings, the digest. Holds no secret. */
export async function summarize({
  key,
  files,
  external,
  notices,
  merchantChange,
  digest,
}: Plan): Promise<PlanSummary> {
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
    ...(merchantChange && { merchantChange: { ...merchantChange, from: [...merchantChange.from] } }),
    ...(notices.length > 0 && { notices: notices.map(({ code, params }) => ({ code, params })) }),
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
