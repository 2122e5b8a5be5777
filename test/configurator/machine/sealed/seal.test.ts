import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decrypt } from '../../../../configurator/machine/sealed/open.ts';
import { sealToThisMachine } from '../../../../configurator/machine/sealed/seal.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const chunk = 64 * 1024;

describe('sealToThisMachine', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 5 * chunk + 7])(
    'makes an age file of %i bytes that the age library opens',
    async (length) => {
      const text = 'é'.repeat(length >> 1) + 'x'.repeat(length % 2);
      expect(await decrypt(await sealToThisMachine(text))).toBe(text);
    },
  );

  it('makes a file that is refused once any part of it is changed or cut off', async () => {
    const sealed = await sealToThisMachine('a text');
    const refused = { code: 'sealed-unreadable' };
    for (const at of [30, 90, sealed.length - 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(decrypt(changed), `byte ${at} changed`).rejects.toMatchObject(refused);
      await expect(decrypt(sealed.subarray(0, at)), `cut at ${at}`).rejects.toMatchObject(refused);
    }
  });

  it('makes a different file each time, so that two files of one text cannot be recognised', async () => {
    const [a, b] = [await sealToThisMachine('a text'), await sealToThisMachine('a text')];
    expect(Buffer.from(a).equals(b)).toBe(false);
    expect(Buffer.from(a).includes('a text')).toBe(false);
  });

  it('never exports a key after generating it, which can deadlock in Node 20', async () => {
    const ask = vi.spyOn(Object.getPrototypeOf(generateKeyPairSync('x25519').publicKey), 'export');
    await sealToThisMachine('a text');
    expect(ask, 'name an encoding to `generateKeyPairSync`').not.toHaveBeenCalled();
    ask.mockRestore();
  });
});
