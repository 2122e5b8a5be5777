import { describe, expect, it } from 'vitest';
import { isClearKey, readHeader, readKeyText } from '../../../configurator/cli/key-text.ts';
import { toCredentials } from '../../../shared/authorization.ts';
import { canary } from '../../extension/key.ts';

const merchantId = '17626983201234';
const credentials = toCredentials(merchantId, canary);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('an Authorization as it is copied', () => {
  it.each([
    ['the header’s line', `Authorization: Basic ${credentials}`],
    ['the line in lower case, as HTTP/2 has it', `authorization: basic ${credentials}\r\n`],
    ['its value', `Basic ${credentials}`],
    ['the base64 alone', `  ${credentials}\n`],
  ])('says both parts of the key: %s', (_, text) => {
    expect(readHeader(text)).toBe(`Basic ${credentials}`);
    expect(readKeyText(bytes(text))).toMatchObject({ merchantId, accessKey: canary });
    expect(isClearKey(bytes(text))).toBe(true);
  });

  it.each([
    ['a key alone', canary],
    ['base64 of something else', Buffer.from('not a key').toString('base64')],
    ['base64 with a letter too few', credentials.slice(0, -1)],
    ['nothing', ''],
  ])('is not seen in %s', (_, text) => {
    expect(readHeader(text)).toBeUndefined();
    expect(() => readKeyText(bytes(text))).toThrow(expect.objectContaining({ code: 'key-malformed' }));
  });
});
