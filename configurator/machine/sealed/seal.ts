import {
  createCipheriv,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { bech32 } from '@scure/base';
import { loadRecipient } from '../identity/identity.ts';

// The age format: https://github.com/C2SP/C2SP/blob/main/age.md. The library takes 170 ms to write its first file, three
// times as long as the rest of an installation; Node's own functions take 2 ms. `decrypt` uses the library.

const chunkSize = 64 * 1024;
const version = 'age-encryption.org/v1';

/**
 * Seals a text to this machine; `decrypt` opens it.
 *
 * @returns a binary age file
 * @throws Refusal `identity-…`
 */
export async function sealToThisMachine(text: string): Promise<Uint8Array> {
  const fileKey = randomBytes(16);
  const header = headerFor(fileKey, publicKeyOf(await loadRecipient()));
  const nonce = randomBytes(16);
  return Buffer.concat([header, nonce, ...chunks(Buffer.from(text), derive(fileKey, nonce, 'payload'))]);
}

/** An age recipient is the Bech32 form of an X25519 public key. */
function publicKeyOf(recipient: string): Buffer {
  return Buffer.from(bech32.decodeToBytes(recipient).bytes);
}

function headerFor(fileKey: Buffer, recipient: Buffer): Buffer {
  const { share, privateKey } = generateShare();
  const shared = diffieHellman({ privateKey, publicKey: keyOf(recipient) });
  const wrapKey = derive(shared, Buffer.concat([share, recipient]), `${version}/X25519`);
  const wrapped = encrypt(fileKey, wrapKey, Buffer.alloc(12));
  const head = `${version}\n-> X25519 ${base64(share)}\n${base64(wrapped)}\n---`;
  const mac = createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
    .update(head)
    .digest();
  return Buffer.from(`${head} ${base64(mac)}\n`);
}

/**
 * A key pair for one file, with its public half as age writes it. The public half is exported while the pair is generated:
 * a later export deadlocks if V8 collects the generator during it (seen with Node 20.20).
 */
function generateShare(): { share: Buffer; privateKey: KeyObject } {
  const publicKeyEncoding = { type: 'spki', format: 'der' } as const;
  const { publicKey, privateKey } = (generateKeyPairSync as unknown as GenerateKeyPair)('x25519', {
    publicKeyEncoding,
  });
  // The key itself comes last (RFC 8410).
  return { share: publicKey.subarray(-32), privateKey };
}

/** Node's types allow both halves as bytes, or neither. */
type GenerateKeyPair = (type: 'x25519', options: object) => { publicKey: Buffer; privateKey: KeyObject };

/** The nonce marks the last chunk, so that a truncated file is detected. */
function chunks(plain: Buffer, key: Buffer): Buffer[] {
  const count = Math.max(1, Math.ceil(plain.length / chunkSize));
  return Array.from({ length: count }, (_, index) => {
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(index, 5, 6);
    nonce[11] = index === count - 1 ? 1 : 0;
    return encrypt(plain.subarray(index * chunkSize, (index + 1) * chunkSize), key, nonce);
  });
}

function encrypt(plain: Buffer, key: Buffer, nonce: Buffer): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function derive(secret: Buffer, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
}

function keyOf(raw: Buffer): KeyObject {
  const jwk = { kty: 'OKP', crv: 'X25519', x: raw.toString('base64url') };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

/** Without padding, as age writes it. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
