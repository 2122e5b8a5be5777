import { resolve } from 'node:path';
import { cwd } from 'node:process';
import { Refusal } from '../../shared/refusal.ts';
import { createFile } from '../disk/create-file.ts';
import { errnoOf } from '../disk/errno.ts';
import { calendar } from '../reminders/calendar.ts';
import type { KeyLife } from '../reminders/key-lives.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** In days, where nobody said at what age a key is to be followed by another. */
const usualAge = 365;

/**
 * Writes a calendar of when keys should be followed by others; overwrites nothing.
 *
 * @throws Refusal `calendar-exists`, `calendar-failed`
 */
export async function writeCalendar(
  file: string,
  lives: readonly KeyLife[],
  maxAge: number | undefined,
  { language, print }: Terminal,
): Promise<void> {
  const titleOf = ({ environment, masked, reference }: KeyLife, ends: boolean) =>
    tell(ends ? 'calendar-ends' : 'calendar-old', language, { environment, key: reference || masked });
  const texts = { titleOf, description: tell('calendar-what-to-do', language) };
  const text = calendar(lives, maxAge ?? usualAge, texts, new Date());
  try {
    await createFile(resolve(cwd(), file), text);
  } catch (error) {
    const reason = errnoOf(error);
    throw reason === 'EEXIST'
      ? new Refusal('calendar-exists', { file })
      : new Refusal('calendar-failed', { file, reason });
  }
  print(tell('calendar-written', language, { file }));
}
