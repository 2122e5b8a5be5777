import type { AccessKey } from '../../shared/access-key.ts';
import { withLock } from '../machine/lock.ts';
import { journalEntered, readJournal } from '../machine/records/journal.ts';
import { rememberKey } from '../machine/records/known-keys.ts';
import type { Project } from '../project/project.ts';
import { summarizeKey } from './install.ts';
import { checkMerchant, nothingToWrite } from './plan.ts';
import { reasonOf } from './write/commit-record.ts';

/**
 * Notes a person's word that a key was entered by hand in the shops of a project. Nothing looks whether it was. Asked again
 * for the same capture, it notes nothing more.
 *
 * @returns when it was noted
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
    await rememberKey(key, lock).catch(reasonOf);
    return at;
  });
}

/** The products of a project that take a key by hand, and that nobody said to have this one. */
export async function leftByHand(project: Project, { environment, fingerprint }: KeyOf): Promise<string[]> {
  const kits = project.byHand(environment).map(({ plugin }) => plugin.name);
  if (kits.length === 0) return [];
  const known = (await readJournal()).enteredIn(project.id, environment);
  return known?.key.fingerprint === fingerprint ? [] : kits;
}

type KeyOf = Pick<Awaited<ReturnType<typeof summarizeKey>>, 'environment' | 'fingerprint'>;
