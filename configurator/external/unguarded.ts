import process, { platform } from 'node:process';

/**
 * A command line for a program that Node's permission model, which the host is started with, has no business with. From
 * Node 22 on Node hands its own restrictions down in NODE_OPTIONS, whatever environment it is given: a program that is
 * written for Node too would miss its network, or not start at all. On Windows there is no shell to take them away with.
 */
export function unguarded(program: string, args: readonly string[]): [string, ...string[]] {
  const isGuarded = 'permission' in process && process.permission !== undefined;
  if (!isGuarded || platform === 'win32') return [program, ...args];
  return ['/bin/sh', '-c', 'unset NODE_OPTIONS; exec "$@"', 'sh', program, ...args];
}
