import { env, getuid } from 'node:process';

/** Who runs this through sudo, and so would read and write in root's home; `undefined` where nobody does. */
export function userBehindSudo(): string | undefined {
  const { SUDO_USER: user } = env;
  return getuid?.() === 0 && user && user !== 'root' ? user : undefined;
}
