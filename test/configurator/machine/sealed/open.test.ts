import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadRecipient } from '../../../../configurator/machine/identity/identity.ts';
import { binaryForm } from '../../../../configurator/machine/sealed/age-file.ts';
import { openSealedFile } from '../../../../configurator/machine/sealed/open.ts';
import { sealKey } from '../../../../configurator/machine/sealed/seal-key.ts';
import { canary, fakeKey } from '../../../extension/key.ts';
import { sampled } from '../../../sample.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
let armored: Buffer;
beforeEach(async () => {
  box = makeSandbox();
  const { armored: text } = await sealKey(fakeKey(), { recipients: [await loadRecipient()] }, 7);
  armored = Buffer.from(text);
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const nobody = () => Promise.reject(new Error('nobody is to be asked'));
const codeOf = (bytes: Uint8Array) =>
  openSealedFile(bytes, nobody).then(
    () => 'opened',
    (error: { code?: string }) => error.code ?? String(error),
  );
const refusal = /^sealed-(damaged|not-age|other-recipient)$/;

describe('openSealedFile', () => {
  it('opens what sealKey wrote, armored and binary', async () => {
    for (const bytes of [armored, await binaryForm(armored)]) {
      expect((await openSealedFile(bytes, nobody)).key.reveal('accessKey')).toBe(canary);
    }
  });

  it('refuses a file with any one bit changed', async () => {
    const file = await binaryForm(armored);
    expect(file.length).toBeGreaterThan(400);
    const bits = Array.from({ length: Math.ceil((file.length * 8) / 3) }, (_, index) => index * 3);
    for (const bit of sampled(bits, 150, 'bits of a sealed file')) {
      const changed = Buffer.from(file);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await codeOf(changed), `bit ${bit & 7} of byte ${bit >> 3} changed`).toMatch(refusal);
    }
  });

  it('refuses a file that is cut off anywhere, and one with bytes after its end', async () => {
    const file = await binaryForm(armored);
    const lengths = Array.from({ length: file.length }, (_, index) => index);
    for (const length of sampled(lengths, 80, 'ends of a sealed file')) {
      expect(await codeOf(file.subarray(0, length)), `cut off at ${length}`).toMatch(refusal);
    }
    expect(await codeOf(Buffer.concat([file, Buffer.from([0])]))).toBe('sealed-damaged');
    expect(await codeOf(Buffer.concat([armored, Buffer.from('x')]))).toBe('sealed-damaged');
  });

  it('refuses two files in one, armored, binary and mixed', async () => {
    const file = await binaryForm(armored);
    for (const [first, second] of [
      [armored, armored],
      [file, file],
    ] as const) {
      expect(await codeOf(Buffer.concat([first, second]))).toBe('sealed-several');
    }
    expect(await codeOf(Buffer.concat([file, armored]))).toBe('sealed-damaged');
    expect(await codeOf(Buffer.concat([armored, file]))).toBe('sealed-damaged');
  });
});
