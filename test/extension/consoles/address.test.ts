import { describe, expect, it } from 'vitest';
import { hostOfAddress, originsOf } from '../../../extension/consoles/address.ts';

describe('hostOfAddress', () => {
  it.each([
    ['https://paiement.exemple.fr', 'paiement.exemple.fr'],
    ['  https://Paiement.Exemple.fr/#/configuration/api-keys?x=1 ', 'paiement.exemple.fr'],
    ['paiement.exemple.fr', 'paiement.exemple.fr'],
    ['paiement.exemple.fr/cles', 'paiement.exemple.fr'],
    ['https://paiement.exemple.fr:443/', 'paiement.exemple.fr'],
    ['https://clés.exemple.fr', 'xn--cls-cma.exemple.fr'],
  ])('reads %j', (typed, host) => {
    expect(hostOfAddress(typed)).toBe(host);
  });

  it.each([
    'http://paiement.exemple.fr',
    'https://paiement.exemple.fr:8443',
    'paiement.exemple.fr:8443',
    'https://user@paiement.exemple.fr',
    'https://*.exemple.fr',
    'https://*/',
    '*',
    'https://localhost',
    'https://192.0.2.1',
    'https://[2001:db8::1]',
    'https://exemple.fr.',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    '',
    'deux mots',
  ])('refuses %j', (typed) => {
    expect(() => hostOfAddress(typed)).toThrow(expect.objectContaining({ code: 'console-address' }));
  });
});

describe('originsOf', () => {
  it('asks for one host by https, no other', () => {
    expect(originsOf('paiement.exemple.fr')).toEqual({ origins: ['https://paiement.exemple.fr/*'] });
  });
});
