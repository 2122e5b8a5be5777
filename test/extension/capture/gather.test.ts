import { describe, expect, it } from 'vitest';
import { gather, type Pasted, paste } from '../../../extension/capture/gather.ts';
import { fakeKey } from '../key.ts';

const { merchantId, accessKey, authorization, reference } = fakeKey().toSecretJson();
const other = fakeKey('Yq7WmN4tBc6KrZs1PxL2').toSecretJson();

const gathered = (...texts: string[]) => gather(texts.reduce<Pasted>(paste, []));

describe('texts that a person pastes', () => {
  it.each([
    ['in the order of the pop-up', [reference, accessKey, authorization]],
    ['in another order', [authorization, reference, accessKey]],
    ['with blanks that copying adds', [` ${accessKey}\u00a0`, `\u200b${authorization}\r\n`, `${reference} `]],
    ['twice', [reference, accessKey, accessKey, authorization, authorization]],
    [
      'as the whole pop-up',
      [
        `Clé d’accès créée\nRéférence externe\n${reference}\nValeur de la clé\n${accessKey}\nAuthorization (HTTP Header)\n${authorization}\nFermer`,
      ],
    ],
  ])('are told apart %s', (_, texts) => {
    expect(gathered(...texts)).toMatchObject({ accessKey, authorization, reference, isMismatch: false });
  });

  it('are a key without a reference', () => {
    expect(gathered(accessKey, authorization)).toMatchObject({ accessKey, reference: undefined });
  });

  it.each([
    ['in small letters', authorization.replace('Basic', 'basic')],
    ['in capitals', authorization.replace('Basic', 'BASIC')],
    ['without its word', authorization.replace('Basic ', '')],
    ['without its padding', authorization.replace(/=+$/, '')],
    ['as a line of a request', `Authorization: ${authorization}`],
    ['as a line of the page', `Authorization (HTTP Header)\t${authorization}`],
    ['in a command', `curl -H "Authorization: ${authorization}" https://example.test`],
    ['in a configuration', `PAYLINE_CREDENTIALS=${authorization.replace('Basic ', '')}`],
  ])('are proved by an Authorization %s', (_, text) => {
    expect(gathered(accessKey, text)).toMatchObject({ accessKey, authorization });
    expect(gathered(text, `Valeur de la clé : ${accessKey}`)).toMatchObject({ accessKey, authorization });
  });

  it.each([
    ['one after the other', [merchantId, accessKey]],
    ['the value first', [accessKey, merchantId]],
    ['as lines with their names', [`PAYLINE_MERCHANT_ID=${merchantId}`, `PAYLINE_ACCESS_KEY="${accessKey}"`]],
    ['as a page shows them', [`Identifiant commerçant\n${merchantId}\nClé d’accès\n${accessKey}`]],
  ])('are a key that nothing proves without an Authorization: %s', (_, texts) => {
    expect(gathered(...texts)).toMatchObject({ accessKey: undefined, merchantId, unproven: [accessKey] });
  });

  it('are a key that nothing proves where there is an Authorization alone', () => {
    expect(gathered(authorization)).toMatchObject({
      accessKey: undefined,
      merchantId,
      unproven: [accessKey],
    });
  });

  it('are proved by a mask that shows the end of the key', () => {
    expect(gathered(`*****${accessKey.slice(-3)}`, authorization).accessKey).toBe(accessKey);
    expect(gathered('*****qV9', authorization).accessKey).toBeUndefined();
  });

  it('are each offered where they cannot be told apart', () => {
    expect(gathered(reference, merchantId, accessKey).unproven).toEqual([reference, accessKey]);
    const named = gathered(`Référence externe : ${reference}`, merchantId, accessKey);
    expect(named).toMatchObject({ unproven: [accessKey], reference });
  });

  it('contradict each other where the merchant is another', () => {
    expect(gathered(authorization, '99999999999999').isMismatch).toBe(true);
  });

  it.each([
    ['a value alone', [accessKey]],
    ['an Authorization alone', [authorization]],
    ['a value and the Authorization of another', [accessKey, other.authorization]],
    ['nothing', ['', ' \n ']],
    ['a long text', ['word '.repeat(10_000)]],
  ])('are no key: %s', (_, texts) => {
    expect(gathered(...texts)).toMatchObject({ accessKey: undefined, reference: undefined });
  });

  it('contradict each other where there is more than a reference beside the Authorization', () => {
    expect(gathered(authorization, reference).isMismatch).toBe(false);
    expect(gathered(authorization, reference, other.accessKey).isMismatch).toBe(true);
    expect(gathered(authorization, reference, other.accessKey, accessKey).isMismatch).toBe(false);
  });

  it.each(['*****qV8', '••••••••', 'Zk3QpR8sVb2…'])('are said to be masked: %s', (text) => {
    expect(gathered(authorization, text).isMasked).toBe(true);
    expect(gathered(authorization, text, accessKey)).toMatchObject({ isMasked: false, reference: undefined });
  });
});
