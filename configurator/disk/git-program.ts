import { env } from 'node:process';

/** What git is started with, before its command: core.fsmonitor names a program that git would start. */
export function gitOptions(tree: string): string[] {
  return ['-C', tree, '-c', 'core.fsmonitor=false'];
}

/** Variables of an outer git (a hook that runs us) would point it at another repository. Nothing is fetched. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(own), GIT_NO_LAZY_FETCH: '1' };
}
