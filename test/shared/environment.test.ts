import { describe, expect, it } from 'vitest';
import { environmentOfUrl } from '../../shared/environment.ts';

const lookAlikes = [
  'http://admin.payline.com/',
  'http://homologation-admin.payline.com/',
  'https://admin.payline.com:8443/',
  'https://admin.payline.com.evil.test/',
  'https://admin.payline.com.',
  'https://payline.com/',
  'https://www.payline.com/',
  'https://evil.test/admin.payline.com',
  'https://evil.test/?https://admin.payline.com/',
  'https://evil.test/#https://admin.payline.com/',
  'https://admin.payline.com@evil.test/',
  'https://admin-payline.com/',
  'https://payline-admin.com/',
  'https://adminpayline.com/',
  'https://admin.payline.co/',
  'https://admin.payline.com.co/',
  'https://xadmin.payline.com/',
  'https://admin.paylíne.com/',
  'https://аdmin.payline.com/',
  'https://admin.payline.com\u3002evil.test/',
  'https://homologation-admin.payline.com.evil.test/',
  'https://homologation.admin.payline.com/',
  'https://homologation_admin.payline.com/',
  'https://services.payline.com/',
  'https://webpayment.payline.com/',
  'https://127.0.0.1/',
  'https://localhost/',
  'ws://admin.payline.com/',
  'wss://admin.payline.com/',
  'ftp://admin.payline.com/',
  'file:///admin.payline.com',
  'data:text/html,https://admin.payline.com/',
  'blob:https://evil.test/5b0e3c0e',
  'javascript:location="https://admin.payline.com/"',
  'about:blank',
  'about:srcdoc',
  'chrome-extension://admin.payline.com/',
  'moz-extension://admin.payline.com/',
  'view-source:https://admin.payline.com/',
  '//admin.payline.com/',
  'admin.payline.com',
  '',
];

describe('environmentOfUrl', () => {
  it.each([
    ['https://homologation-admin.payline.com/', 'homologation'],
    ['https://homologation-admin.payline.com:443/configuration?x=1#y', 'homologation'],
    ['https://admin.payline.com/some/page', 'production'],
    ['HTTPS://ADMIN.PAYLINE.COM/', 'production'],
  ])('%s is %s', (url, environment) => {
    expect(environmentOfUrl(url)).toBe(environment);
  });

  it.each(lookAlikes)('%s has no environment', (url) => {
    expect(environmentOfUrl(url)).toBeUndefined();
  });
});
