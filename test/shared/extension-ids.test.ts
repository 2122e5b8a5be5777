import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { chromiumId, chromiumKey, geckoId } from '../../shared/extension-ids.ts';

it('has the Chromium id that is derived from the key', () => {
  const hex = createHash('sha256').update(Buffer.from(chromiumKey, 'base64')).digest('hex').slice(0, 32);
  const letters = [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  expect(chromiumId).toBe(letters);
});

it('has a Gecko id in a form that Firefox accepts', () => {
  expect(geckoId).toMatch(/^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/);
});
