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
import { holdsAll } from '../formats/rewrite.ts';
import { type Lock, withLock } from '../machine/lock.ts';
import { journal, receipts, receiptsOf } from '../machine/records/journal.ts';
import { fingerprintOf, rememberKey } from '../machine/records/known-keys.ts';
import { isUsed, noteUsed } from '../machine/records/used-captures.ts';
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
}

/** Which capture a key comes from, and whether it came sealed by another person. */
export interface Origin {
  /** The UUID under which the receipt is journalled. */
  readonly captureId: string;
  readonly confirmationCode?: string;
  /** The merchant to which the person agreed, where the installation changes it. */
  readonly merchant?: string;
}

/**
 * Writes every target of a plan, or none, and reads each back. What came sealed is installed once in each project. Beyond
 * files it may be that nobody can say whether a target was done, or that one could not be done after one that cannot be
 * taken back: the receipt says so, `doubtsOf` names it, and the files keep the key.
 *
 * @throws Refusal `merchant-changes`, `merchant-other`, `sealed-replayed`, `sealed-superseded`, `file-changed` where a file is no longer as
 *   planned, `write-failed`, `read-back-failed`, `state-failed`, `identity-…`, `busy`, `command-…`, `vault-…`: nothing of
 *   ours is left anywhere; `write-unfinished`: not so
 */
export function install(plan: Plan, origin: Origin): Promise<Receipt> {
  return withLock((lock) => installLocked(plan, origin, lock));
}

/** As `install`, for whoever holds the lock. */
export async function installLocked(plan: Plan, origin: Origin, lock: Lock): Promise<Receipt> {
  const { captureId, confirmationCode, merchant } = origin;
  const { project, files, external } = plan;
  if (confirmationCode !== undefined) await refuseReplay(project.id, captureId, async () => plan);
  requireMerchant(plan, merchant);
  await recoverLocked(lock);
  const replacements = files
    .filter(({ rewrite }) => rewrite.changed)
    .map(({ file, snapshot, rewrite }) => ({ file, snapshot, content: rewrite.bytes }));
  const verify = async (): Promise<Installed> => {
    const targets = files.map((planned) => readBack(project.dir, planned));
    return { targets, external: await deliver(external) };
  };
  const change = () => replaceFiles(replacements, verify, lock);
  const done = await withBackup(project.id, captureId, replacements, change, lock);
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
  if (confirmationCode !== undefined) await noteUsed(project.id, captureId, lock).catch(reasonOf);
  return receipt;
}

/**
 * Refuses a sealed file that was installed in the project before, unless the files lost its key since: a file that was
 * deleted or checked out anew gets it once more, as long as nothing else was installed meanwhile.
 *
 * @param planOf gives the plan of installing it now; called only where it was installed before
 * @throws Refusal `sealed-replayed` where every target holds the key, `sealed-superseded` where another key came after it
 */
export async function refuseReplay(
  project: string,
  captureId: string,
  planOf: () => Promise<Plan>,
): Promise<void> {
  if (!(await isUsed(project, captureId))) return;
  const { files, key } = await planOf();
  const latest = (await receipts()).find(
    (receipt) => receipt.project === project && receipt.key.environment === key.environment,
  );
  if (latest !== undefined && latest.captureId !== captureId) throw new Refusal('sealed-superseded');
  if (files.every(({ rewrite }) => !rewrite.changed)) throw new Refusal('sealed-replayed');
}

async function deliver(external: readonly PlannedExternal[]): Promise<ExternalReceipt[]> {
  if (external.length === 0) return [];
  const { deliverAll } = await import('./external/planned.ts');
  return deliverAll(external);
}

/** Reads a file as its reader will, by its name in the project, and proves that it says what was planned. */
function readBack(dir: string, planned: PlannedFile): ReceiptTarget {
  const { file, rewrite, fields } = planned;
  const bytes = readAgain(dir, file);
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
  return planned.rewrite.encrypted || holdsAll(format, bytes, assignments, context);
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
