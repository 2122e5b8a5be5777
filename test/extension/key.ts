import { AccessKey } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';

/** A fake key; its value is a canary that may be found nowhere in clear. */
export const canary = 'Zk3QpR8sVb2LtXy9MqV8';

export function fakeKey(accessKey = canary, environment: Environment = 'homologation'): AccessKey {
  return AccessKey.parse({ accessKey, merchantId: '17626983201234', reference: '8ctQ2lfa' }, environment);
}

/** Of the console's page that shows a key. */
export const origin = 'https://homologation-admin.payline.com';
