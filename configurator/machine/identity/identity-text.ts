/** Opens what was sealed to its recipient. It is secret: never print it. */
export interface Identity {
  /** As `age-keygen` prints it, `age1…`. */
  readonly recipient: string;
  /** `AGE-SECRET-KEY-1…` */
  readonly secretKey: string;
}

/** The passphrase that an identity is sealed to, and who keeps it. */
export interface Protection {
  readonly passphrase: string;
  /** The entry of the system's keychain that keeps it; left out where a person does. */
  readonly entry?: string;
}

/** The form that `age-keygen` writes, so that the `age` command can use the file too. */
const openForm = /^# public key: (age1[0-9a-z]+)\n(AGE-SECRET-KEY-1[0-9A-Z]+)\n$/m;

/** The public half stays readable, so that sealing to this machine needs no passphrase. */
const lockedForm =
  /^# public key: (age1[0-9a-z]+)\n(?:# passphrase: in the keychain as ([0-9a-f-]{36})\n)?(-----BEGIN [\s\S]+ FILE-----\n)$/;

/** Makes a new identity. */
export async function newIdentity(): Promise<Identity> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const secretKey = await generateX25519Identity();
  return { recipient: await identityToRecipient(secretKey), secretKey };
}

/** The text of an identity's file: in clear, or with its secret half sealed to a passphrase. */
export async function identityText(identity: Identity, protection?: Protection): Promise<string> {
  const { recipient, secretKey } = identity;
  const comment = `# public key: ${recipient}\n`;
  const open = `${comment}${secretKey}\n`;
  if (protection === undefined) return open;
  const { sealText } = await import('../../../shared/seal.ts');
  const { passphrase, entry } = protection;
  if (entry === undefined) return comment + (await sealText(open, { passphrase }));
  // 32 random bytes cannot be guessed, so the host need not spend a second on each key.
  const sealed = await sealText(open, { passphrase, workFactor: 10 });
  return `${comment}# passphrase: in the keychain as ${entry}\n${sealed}`;
}

/** The recipient in a text of `identityText`; `undefined` for any other text. */
export function recipientIn(text: string): string | undefined {
  return (openForm.exec(text) ?? lockedForm.exec(text))?.[1];
}

/** Who keeps the passphrase of a text of `identityText`; `undefined` where it has none. */
export function keeperOf(text: string): 'keychain' | 'person' | undefined {
  const locked = lockedForm.exec(text);
  if (!locked) return undefined;
  return locked[2] === undefined ? 'person' : 'keychain';
}

/** The keychain's entry for a text of `identityText`, where it names one. */
export function entryIn(text: string): string | undefined {
  return lockedForm.exec(text)?.[2];
}

/** The identity in a text of `identityText`; `undefined` where it is locked, and for any other text. */
export function identityIn(text: string): Identity | undefined {
  const [, recipient, secretKey] = openForm.exec(text) ?? [];
  return recipient === undefined || secretKey === undefined ? undefined : { recipient, secretKey };
}

/**
 * Decrypts the secret half of a text of `identityText`; `undefined` where the passphrase does not open it.
 *
 * @throws Refusal `sealed-…` where it is not an age file, is damaged, or takes too much work to open
 */
export async function unlocked(text: string, passphrase: string): Promise<string | undefined> {
  // Loaded on demand: the host starts for every request of the browser, and needs a passphrase only here.
  const { binaryForm, openByPassphrase } = await import('../sealed/age-file.ts');
  const locked = lockedForm.exec(text)?.[3] ?? text;
  const file = await binaryForm(Buffer.from(locked));
  const plain = await openByPassphrase(file, passphrase);
  return plain && new TextDecoder().decode(plain);
}
