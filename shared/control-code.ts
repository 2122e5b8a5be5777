import { eightDigits } from './eight-digits.ts';

/**
 * By which two people, or two screens, compare a recipient.
 *
 * @param recipient an age recipient
 * @returns such as `1234 5678`
 */
export function controlCode(recipient: string): Promise<string> {
  return eightDigits(recipient, 'control-code');
}
