import { controlCode } from '../../shared/control-code.ts';
import type { Work } from '../cli/command.ts';
import { tell } from '../cli/texts.ts';
import { loadRecipient } from '../state/identity.ts';

export interface RecipientFlags {
  readonly json?: boolean;
}

/** `cle recipient`: prints what a colleague seals a key to, and the code by which the two compare it. */
const showRecipient: Work<RecipientFlags> = async ({ print, paint, language }) => {
  const recipient = await loadRecipient();
  const code = await controlCode(recipient);
  print(recipient);
  print(tell('control-code', language, { code: paint('bold', code) }));
  return { recipient, controlCode: code };
};

export default showRecipient;
