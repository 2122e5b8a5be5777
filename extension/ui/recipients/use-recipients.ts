import { controlCode } from '../../../shared/codes.ts';
import type { Recipient } from '../../../shared/recipient.ts';
import { send } from '../../messages/send.ts';
import { useStored } from '../use-stored.ts';

/** A colleague, with the code by which anybody can compare who that is. */
export interface Colleague extends Recipient {
  readonly code: string;
}

/** The colleagues that are kept, up to date; `undefined` until they are known. */
export function useRecipients(): readonly Colleague[] | undefined {
  return useStored(async () => {
    const { recipients } = await send('recipients', {});
    return Promise.all(recipients.map(withCode));
  });
}

/** A code takes a moment to work out, and a recipient's never changes. */
const codes = new Map<string, Promise<string>>();

async function withCode({ recipient, name }: Recipient): Promise<Colleague> {
  const code = codes.get(recipient) ?? controlCode(recipient);
  codes.set(recipient, code);
  return { recipient, name, code: await code };
}
