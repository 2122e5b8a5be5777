/** The two names that Node has given to the switch of its permission model. */
export type PermissionSwitch = '--permission' | '--experimental-permission';

/** The name that a version of Node knows; 22.13 and 23.5 brought the shorter one, and 24 dropped the longer. */
export function permissionSwitch(version: string): PermissionSwitch {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isStable = major >= 24 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return isStable ? '--permission' : '--experimental-permission';
}

/**
 * What the host may do beside computing, by Node's permission model. Projects lie anywhere and git is asked about their
 * files, so files and programs are allowed. What it buys is what is left out: native code, workers, WASI and the
 * debugger, which a signal or a file otherwise brings into every Node process; from Node 25 on the network too.
 */
export const permissions = ['--allow-fs-read=*', '--allow-fs-write=*', '--allow-child-process'] as const;
