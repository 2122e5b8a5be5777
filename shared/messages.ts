import type { Code } from './message-codes.ts';
import { entryMessages } from './messages/entry.ts';
import { extensionMessages } from './messages/extension.ts';
import { externalMessages } from './messages/external.ts';
import { fileMessages } from './messages/file.ts';
import { gitMessages } from './messages/git.ts';
import { hostMessages } from './messages/host.ts';
import { identityMessages } from './messages/identity.ts';
import { installMessages } from './messages/install.ts';
import { keyMessages } from './messages/key.ts';
import { kitMessages } from './messages/kits.ts';
import { paylineMessages } from './messages/payline.ts';
import { projectMessages } from './messages/project.ts';
import { recipientMessages } from './messages/recipient.ts';
import { sealedMessages } from './messages/sealed.ts';
import { stateMessages } from './messages/state.ts';
import { statusMessages } from './messages/status.ts';
import { vaultMessages } from './messages/vault.ts';
import { wireMessages } from './messages/wire.ts';
import {
  fill,
  type Language,
  type Message,
  type Messages,
  type Params,
  type Sentence,
  typeset,
} from './wording.ts';

/** Every message that may cross the wire, by its code. */
export const messages = {
  ...keyMessages,
  ...projectMessages,
  ...kitMessages,
  ...fileMessages,
  ...entryMessages,
  ...gitMessages,
  ...statusMessages,
  ...installMessages,
  ...externalMessages,
  ...vaultMessages,
  ...stateMessages,
  ...identityMessages,
  ...sealedMessages,
  ...recipientMessages,
  ...paylineMessages,
  ...wireMessages,
  ...hostMessages,
  ...extensionMessages,
} satisfies Record<Code, Message>;

/** @returns a function that looks a message up in one table, sets its spaces and fills its blanks */
export function messageReader(known: Messages) {
  return (code: string, params: Params, language: Language): Sentence => {
    const { what, next } = (known[code] ?? messages.internal)[language];
    const filled = (text: string) => fill(typeset(text, language), params);
    return { what: filled(what), next: filled(next) };
  };
}

export const say = messageReader(messages);
