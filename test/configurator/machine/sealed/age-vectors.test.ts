import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { describe, expect, it } from 'vitest';
import { binaryForm, type Opener, openWith } from '../../../../configurator/machine/sealed/age-file.ts';

// C2SP/CCTV: what the authors of the age specification expect of every implementation.
const all = Object.entries(vectors as unknown as Record<string, Uint8Array>).filter(
  ([name]) => name !== 'default',
);

interface Vector {
  readonly head: ReadonlyMap<string, string>;
  readonly identities: readonly string[];
  readonly file: Buffer;
}

function parse(bytes: Uint8Array): Vector {
  const text = Buffer.from(bytes);
  const end = text.indexOf('\n\n');
  const lines = text.subarray(0, end).toString('utf8').split('\n');
  const pairs = lines.map((line): [string, string] => {
    const [name = '', ...rest] = line.split(': ');
    return [name, rest.join(': ')];
  });
  const head = new Map(pairs);
  const body = text.subarray(end + 2);
  return {
    head,
    identities: pairs.flatMap(([name, value]) => (name === 'identity' ? [value] : [])),
    file: head.get('compressed') === 'zlib' ? inflateSync(body) : body,
  };
}

/** What our code releases when it opens a file: one try with each key, as for a person's file. */
async function opened({ head, identities, file }: Vector): Promise<Uint8Array | undefined> {
  const passphrase = head.get('passphrase');
  const openers: Opener[] = identities.map((each) => (decrypter) => decrypter.addIdentity(each));
  if (passphrase !== undefined) openers.push((decrypter) => decrypter.addPassphrase(passphrase));
  for (const opener of openers) {
    const plain = await openWith(await binaryForm(file), opener);
    if (plain) return plain;
  }
  return undefined;
}

describe('the test vectors of age', () => {
  it('are all there', () => {
    expect(all).toHaveLength(143);
  });

  it.each(all)('%s', async (_, bytes) => {
    const vector = parse(bytes);
    const plain = await opened(vector).catch(() => undefined);
    if (vector.head.get('expect') !== 'success') {
      expect(plain, 'nothing may be released of a file that is not sound to its last byte').toBeUndefined();
      return;
    }
    expect(plain).toBeDefined();
    const digest = createHash('sha256').update(plain ?? '');
    expect(digest.digest('hex')).toBe(vector.head.get('payload'));
  });
});
