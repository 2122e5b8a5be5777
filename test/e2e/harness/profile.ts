import { bech32 } from '@scure/base';
import { Decrypter } from 'age-encryption';
import { filesBelow } from '../../canary/files.ts';

/** The secret halves of X25519 keys that lie in files, as PKCS#8 writes them, in hexadecimal. */
export function identitiesBelow(folder: string): Set<string> {
  const head = Buffer.from('302e020100300506032b656e04220420', 'hex');
  const found = new Set<string>();
  for (const { bytes } of filesBelow(folder)) {
    for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) {
      found.add(bytes.subarray(at + head.length, at + head.length + 32).toString('hex'));
    }
  }
  return found;
}

/** The age files that lie in files, in base64 as the extension stores them. */
export function sealedBelow(folder: string): Set<string> {
  const begin = Buffer.from('age-encryption.org/v1').toString('base64');
  const found = new Set<string>();
  for (const { bytes } of filesBelow(folder)) {
    const text = bytes.toString('latin1');
    for (const [sealed] of text.matchAll(new RegExp(`${begin}[A-Za-z0-9+/]+={0,2}`, 'g'))) found.add(sealed);
  }
  return found;
}

/** What whoever copies a browser's profile opens of it: each age file in it, with each identity in it. */
export async function openedFromCopy(profile: string): Promise<string[]> {
  const opened: string[] = [];
  const identities = [...identitiesBelow(profile)].map((hex) =>
    bech32.encodeFromBytes('AGE-SECRET-KEY-', Buffer.from(hex, 'hex')).toUpperCase(),
  );
  for (const sealed of sealedBelow(profile)) {
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    const text = await decrypter.decrypt(Buffer.from(sealed, 'base64'), 'text').catch(() => undefined);
    if (text !== undefined) opened.push(text);
  }
  return opened;
}
