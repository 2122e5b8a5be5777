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
import { mapBounded } from '../machine/map-bounded.ts';
import { boundJournal, journal, receipts, receiptsOf } from '../machine/records/journal.ts';
import { fingerprintOf, rememberKey } from '../machine/records/known-keys.ts';
import { isUsed, noteUsed } from '../machine/records/used-captures.ts';
import { withBackup } from './back-up.ts';
import type { PlannedExternal } from './external/planned.ts';
import { requireMerchant } from './merchant-change.ts';
import type { Plan } from './plan.ts';
import type { PlannedFile } from './planned-file.ts';
import { readAgain, sha256 } from './targets/snapshot.ts';
import { rethrowBug } from './write/commit-record.ts';
import { recoverLocked } from './write/recover.ts';
import { replaceFiles } from './write/replace-files.ts';

/** The result of an installation. */
interface Installed {
  readonly targets: ReceiptTarget[];
  readonly external: ExternalReceipt[];
}

/** The origin of a key: its capture, and the confirmation code of a key that another person sealed. */
export interface Origin {
  /** The UUID under which the receipt is journalled. */
  readonly captureId: string;
  readonly confirmationCode?: string;
  /** The merchant that the person confirmed, where the installation changes it. */
  readonly merchant?: string;
}

/**
 * Writes every target of a plan, or none, and reads each back. A sealed key is installed only once in each project. With
 * external targets, it may not be known whether one was done, or one may fail after another that cannot be reverted: the
 * receipt tells this, `doubtsOf` lists it, and the files keep the key.
 *
 * @throws Refusal `merchant-changes`, `merchant-other`, `sealed-replayed`, `sealed-superseded`, `file-changed` where a file
 *   is no longer as planned, `write-failed`, `file-in-use`, `read-back-failed`, `state-failed`, `identity-…`, `busy`, `command-…`,
 *   `vault-…`: nothing was changed; `write-unfinished`: some files may have the new key
 */
export function install(plan: Plan, origin: Origin): Promise<Receipt> {
  return withLock((lock) => installLocked(plan, origin, lock));
}

/** `install` for a caller that holds the lock. */
export async function installLocked(plan: Plan, origin: Origin, lock: Lock): Promise<Receipt> {
  await refuse(plan, origin);
  await recoverLocked(lock);
  const receipt = await change(plan, origin, lock);
  await remember(plan, lock);
  return receipt;
}

/**
 * `install` for plans of one key in several projects, concurrently: a disk flushes many files in little more time than one.
 *
 * @returns the receipt or the error of each plan; an error that is not a `Refusal` is a bug
 * @throws Refusal `busy`, `write-unfinished`, `state-…`: nothing was installed in any project
 */
export async function installEach(
  plans: readonly Plan[],
  origin: Origin,
): Promise<Map<Plan, Receipt | Error>> {
  const installOne = async (plan: Plan, lock: Lock) => {
    try {
      await refuse(plan, origin);
      return await change(plan, origin, lock);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };
  return withLock(async (lock) => {
    await recoverLocked(lock);
    const done = await mapBounded(plans, async (plan) => [plan, await installOne(plan, lock)] as const);
    const [installed] = done.find(([, result]) => 'captureId' in result) ?? [];
    if (installed) await remember(installed, lock);
    return new Map(done);
  });
}

/** @throws Refusal `sealed-replayed`, `sealed-superseded`, `merchant-changes`, `merchant-other` */
async function refuse(plan: Plan, { captureId, confirmationCode, merchant }: Origin): Promise<void> {
  if (confirmationCode !== undefined) await refuseReplay(plan.project.id, captureId, async () => plan);
  requireMerchant(plan, merchant);
}

/** Writes the files, reads them back and journals the receipt. The caller calls `remember` once all its plans are done. */
async function change(plan: Plan, origin: Origin, lock: Lock): Promise<Receipt> {
  const { captureId, confirmationCode } = origin;
  const { project, files, external } = plan;
  const replacements = files
    .filter(({ rewrite }) => rewrite.changed)
    .map(({ file, snapshot, rewrite }) => ({ file, snapshot, content: rewrite.bytes }));
  const verify = async (): Promise<Installed> => {
    const targets = files.map((planned) => readBack(project.dir, planned));
    return { targets, external: await deliver(external) };
  };
  const replace = () => replaceFiles(replacements, verify, lock);
  const done = await withBackup(project.id, captureId, replacements, replace, lock);
  const receipt: Receipt = {
    captureId,
    project: project.id,
    key: await summarizeKey(plan.key),
    installed: new Date().toISOString(),
    targets: done.targets,
    ...(external.length > 0 && { external: done.external }),
  };
  // The files are in place even without the journal; a repeated request for this capture gets a new receipt.
  await journal(receipt, lock).catch(rethrowBug);
  if (confirmationCode !== undefined) await noteUsed(project.id, captureId, lock).catch(rethrowBug);
  return receipt;
}

async function remember({ key }: Plan, lock: Lock): Promise<void> {
  await boundJournal(lock).catch(rethrowBug);
  // That leak searches will not know this key does not make the installation fail.
  await rememberKey(key, lock).catch(rethrowBug);
}

/**
 * Refuses a sealed file that was installed in the project before, unless the files have since lost its key: a file that was
 * deleted or checked out again gets it once more, as long as no other key was installed after it.
 *
 * @param planOf returns the plan for installing it now; called only if it was installed before
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

/** Reads a file by its name in the project, as its reader will, and proves that it has the planned values. */
function readBack(dir: string, planned: PlannedFile): ReceiptTarget {
  const { file, rewrite, fields } = planned;
  const bytes = readAgain(dir, file);
  if (!bytes.equals(rewrite.bytes) || !matchesPlan(bytes, planned))
    throw new Refusal('read-back-failed', { file });
  return {
    file,
    change: rewrite.changed ? 'changed' : 'unchanged',
    fields: [...fields],
    sha256: sha256(bytes),
  };
}

/** Encrypted values were checked as far as possible when they were planned, and the bytes are the same. */
function matchesPlan(bytes: Buffer, planned: PlannedFile): boolean {
  const { format, context, assignments } = planned;
  return planned.rewrite.encrypted || holdsAll(format, bytes, assignments, context);
}

/** A plan for display: masked diff, warnings, digest. It contains no secret. */
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

/** A key works in only one environment: if it was installed for the other one, then or now is most likely a mix-up. */
async function historyWarnings({ fingerprint, environment }: KeySummary): Promise<Code[]> {
  const before = await receiptsOf(fingerprint);
  return before.some(({ key }) => key.environment !== environment) ? ['key-of-other-environment'] : [];
}

/** The parts of a key that may be shown. */
export async function summarizeKey(key: AccessKey): Promise<KeySummary> {
  const { environment, merchantId, reference, masked } = key;
  return { environment, merchantId, reference, masked, fingerprint: await fingerprintOf(key) };
}
