import { expect, it } from 'vitest';
import { isInUse, patiently } from '../../../configurator/machine/patience.ts';

const failing = (code: string, times: number) => {
  let tried = 0;
  return {
    step: () => {
      tried += 1;
      if (tried <= times) throw Object.assign(new Error('no'), { code });
      return 'done';
    },
    tried: () => tried,
  };
};

function caught(step: () => unknown): unknown {
  try {
    return step();
  } catch (error) {
    return error;
  }
}

it.each(['EPERM', 'EBUSY', 'EACCES', 'UNKNOWN'])(
  'on Windows, a call that a scanner makes fail with %s is retried until the scanner has finished',
  (code) => {
    const scanned = failing(code, 3);
    expect(patiently(scanned.step, 'win32')).toBe('done');
    expect(scanned.tried()).toBe(4);
  },
);

it('on Windows, reports after its time limit that another program has the file open, and why', () => {
  const error = caught(() => patiently(failing('EBUSY', 1e9).step, 'win32', 30));
  expect(isInUse(error)).toBe(true);
  expect(error).toMatchObject({ code: 'EBUSY' });
});

it.each([
  ['win32', 'ENOENT'],
  ['linux', 'EBUSY'],
  ['darwin', 'EPERM'],
] as const)('on %s, %s is said at once', (system, code) => {
  const refused = failing(code, 1);
  const error = caught(() => patiently(refused.step, system));
  expect([error, isInUse(error), refused.tried()]).toMatchObject([{ code }, false, 1]);
});

it('a bug is not retried', () => {
  let tried = 0;
  const bug = () => {
    tried += 1;
    throw new TypeError('a bug');
  };
  expect(caught(() => patiently(bug, 'win32'))).toBeInstanceOf(TypeError);
  expect(tried).toBe(1);
});
