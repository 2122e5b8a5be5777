import type { Sealing } from '../../sending/record.ts';
import { language } from '../language.ts';
import { type SendingWords, words } from './words.ts';

export const w: SendingWords = words[language];

/** Who can open a sealed file, in words. */
export function whoOpens({ recipients }: Sealing): string {
  if (recipients.length === 0) return w.withPassphrase;
  return new Intl.ListFormat(language).format(recipients.map(({ name }) => name));
}
