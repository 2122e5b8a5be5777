import { expect, it } from 'vitest';
import { errnoOf } from '../../../configurator/machine/system-error.ts';

it.each(['EACCES', 'E2BIG', 'UNKNOWN'])('%s is an error of the system', (code) => {
  expect(errnoOf(Object.assign(new Error('open'), { code }))).toBe(code);
});

it.each(['ERR_INVALID_ARG_TYPE', undefined, 'unknown'])('%s is a bug', (code) => {
  const bug = Object.assign(new Error('open'), { code });
  expect(() => errnoOf(bug)).toThrow(bug);
});
