import type { AccessKey } from '../../shared/access-key.ts';
import type { KeySummary } from '../../shared/wire.ts';
import { withLock } from '../machine/lock.ts';
import { journalEntered, readJournal } from '../machine/records/journal.ts';
import { rememberKey } from '../machine/records/known-keys.ts';
import type { Project } from '../project/project.ts';
import { summarizeKey } from './install.ts';
import { checkMerchant, nothingToWrite } from './plan.ts';
import { rethrowBug } from './write/commit-record.ts';

/**
 * Records a person's statement that they entered a key by hand in a project's shops. It is not checked. A repeated call for
 * the same capture records nothing more.
 *
 * @returns when it was recorded
 * @throws Refusal `merchant-mismatch`; `project-environment-missing` where nothing takes the key by hand; `state-…`, `busy`
 */
export async function noteEntered(project: Project, key: AccessKey, captureId: string): Promise<string> {
  checkMerchant(project, key);
  const { environment } = key;
  const kits = project.byHand(environment).map(({ plugin }) => plugin.name);
  if (kits.length === 0) throw nothingToWrite(project, environment);
  const summary = await summarizeKey(key);
  return withLock(async (lock) => {
    const known = (await readJournal()).enteredIn(project.id, environment);
    if (known?.captureId === captureId) return known.at;
    const at = new Date().toISOString();
    await journalEntered({ entered: kits, captureId, project: project.id, key: summary, at }, lock);
    await rememberKey(key, lock).catch(rethrowBug);
    return at;
  });
}

/** The products of a project that need this key entered by hand, unless a person said that it is. */
export async function leftByHand(
  project: Project,
  { environment, fingerprint }: KeySummary,
): Promise<string[]> {
  const kits = project.byHand(environment).map(({ plugin }) => plugin.name);
  if (kits.length === 0) return [];
  const known = (await readJournal()).enteredIn(project.id, environment);
  return known?.key.fingerprint === fingerprint ? [] : kits;
}
