import { Refusal } from '../../shared/refusal.ts';
import { isOver, keyEnds } from '../state/key-ends.ts';
import { knownKeys } from '../state/known-keys.ts';
import type { Replacement } from './replace-files.ts';

/**
 * Puts back no key that has ended: files would lose one that works for one that does not.
 *
 * @throws Refusal `undo-key-over`, `state-…`
 */
export async function refuseKeyThatIsOver(replacements: readonly Replacement[]): Promise<void> {
  const ends = await keyEnds();
  const now = new Date();
  if (![...ends.values()].some((day) => isOver(day, now))) return;
  const { secret, keys } = await knownKeys();
  const over = keys.filter(({ fingerprint }) => isOver(ends.get(fingerprint), now));
  const { recogniser } = await import('../scan/recognise.ts');
  const recognise = recogniser({ secret, keys: over });
  const keysIn = (bytes: Uint8Array) =>
    recognise(Buffer.from(bytes).toString('latin1')).map(({ key }) => key.fingerprint);
  for (const { file, content, snapshot } of replacements) {
    const there = new Set(keysIn(snapshot.bytes));
    const back = keysIn(content).find((fingerprint) => !there.has(fingerprint));
    if (back !== undefined) throw new Refusal('undo-key-over', { file, ends: ends.get(back) ?? '' });
  }
}
