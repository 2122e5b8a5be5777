import { consoleHosts } from '../../shared/environment.ts';
import type { KeySummary } from '../../shared/wire.ts';
import { WantsAttention } from '../cli/found-wrong.ts';
import type { Terminal } from '../cli/terminal.ts';
import { tell } from '../cli/texts.ts';
import type { Project } from '../project/project.ts';
import { finishRotation } from './finish.ts';

interface Wish {
  /** The end that the old key was given. */
  readonly ends: string | undefined;
  readonly ask: boolean;
}

/**
 * Leads the person to give the old key its end in the console, and notes the day.
 *
 * @returns the day
 * @throws WantsAttention `rotation-waits` where it was not said: the old key still works, and the rotation goes on later
 */
export async function leadOut(
  project: Project,
  old: KeySummary,
  { ends, ask }: Wish,
  done: object,
  terminal: Terminal,
): Promise<string> {
  const { environment, masked } = old;
  const key = old.reference || masked;
  const steps = ['rotation-open', 'rotation-find', 'rotation-give-end'] as const;
  const params = { address: `https://${consoleHosts[environment]}`, key, masked };
  if (ends === undefined) {
    for (const step of steps) terminal.print(tell(step, terminal.language, params));
  }
  const day = ends ?? (ask ? await askForDay(terminal) : undefined);
  if (day === undefined) throw new WantsAttention('rotation-waits', { masked }, done);
  await finishRotation(project, old, day);
  terminal.print(terminal.paint('green', tell('rotation-done', terminal.language, { masked, day })));
  return day;
}

async function askForDay(terminal: Terminal): Promise<string | undefined> {
  const { askDay } = await import('../cli/ask-day.ts');
  return askDay(terminal);
}
