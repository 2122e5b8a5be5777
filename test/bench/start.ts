import { cle } from './built.ts';
import { type Contender, race } from './measure.ts';
import { type Result, ratioGoal } from './table.ts';

/** How long a command takes before it does anything. */
export async function benchStart(): Promise<Result> {
  const contenders: Contender[] = [
    { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
    { name: 'cle --version', command: [process.execPath, cle, '--version'] },
    { name: 'dotenvx --version', command: [process.execPath, 'node_modules/.bin/dotenvx', '--version'] },
  ];
  const timings = await race(contenders, 30);
  return {
    title: 'Command start',
    what: 'From starting the process to its end; nothing to do.',
    timings,
    against: ['node -e 0'],
    goals: [ratioGoal(timings, 'cle --version', 'node -e 0', 1.25)],
  };
}
