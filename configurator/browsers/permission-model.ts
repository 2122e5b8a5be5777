/** How Node's permission model is switched on, by the versions that know these words: from 25, from 22.13, from 20. */
export const permissionSwitches = [
  '--permission --allow-net',
  '--permission',
  '--experimental-permission',
] as const;

export type PermissionSwitch = (typeof permissionSwitches)[number];

/** The words that a version of Node knows; 22.13 and 23.5 brought the shorter name, 24 dropped the longer. */
export function permissionSwitch(version: string): PermissionSwitch {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major >= 25) return '--permission --allow-net';
  const isStable = major === 24 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return isStable ? '--permission' : '--experimental-permission';
}

/**
 * What the host may do beside computing, by Node's permission model. Projects lie anywhere, git is asked about their
 * files, and a project may give its key to a command or to Vault: so files, programs and the network are allowed. What
 * it buys is what is left out: native code, workers, WASI and the debugger, which a signal or a file otherwise brings
 * into every Node process.
 */
export const permissions = ['--allow-fs-read=*', '--allow-fs-write=*', '--allow-child-process'] as const;
