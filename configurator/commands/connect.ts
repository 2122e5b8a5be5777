import { Refusal } from '../../shared/refusal.ts';
import { type Browser, type BrowserName, browsers } from '../browsers/browsers.ts';
import { type ConnectionChange, connect, planConnection } from '../browsers/connect.ts';
import { isInstalled } from '../browsers/locate.ts';
import type { Machine } from '../browsers/machine.ts';
import { thisLaunch } from '../browsers/this-launch.ts';
import { thisMachine } from '../browsers/this-machine.ts';
import type { Work } from '../cli/command.ts';
import { showEntry } from '../cli/show-entry.ts';
import type { Terminal } from '../cli/terminal.ts';
import { tell } from '../cli/texts.ts';
import { UsageError } from '../cli/usage-error.ts';

export interface ConnectFlags {
  readonly browser?: BrowserName;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `cle connect`: lets the browsers find the native host. */
const connectBrowsers: Work<ConnectFlags> = async (terminal, flags) => {
  checkThatItCanBeAsked(terminal, flags);
  const machine = thisMachine();
  const launch = await thisLaunch();
  const chosen = await chosenBrowsers(flags, machine);
  const changes = await planConnection(chosen, launch, machine);
  await agree(changes, flags, terminal);
  await connect(chosen, changes, launch, machine);
  const titles = chosen.map(({ title }) => title).join(', ');
  terminal.print(terminal.paint('green', tell('connected', terminal.language, { titles })));
  return {
    browsers: chosen.map(({ name }) => name),
    entries: changes.map(({ entry: { kind, place }, change }) => ({ kind, place, change })),
  };
};

export default connectBrowsers;

function checkThatItCanBeAsked({ interactive, language }: Terminal, { yes }: ConnectFlags): void {
  if (yes || interactive) return;
  throw new UsageError(tell('confirmation-needed', language), tell('confirmation-needed-connect', language));
}

/** A browser that is named is connected even where it is not found: it may be installed later, or elsewhere. */
async function chosenBrowsers({ browser }: ConnectFlags, machine: Machine): Promise<Browser[]> {
  if (browser !== undefined) return browsers.filter(({ name }) => name === browser);
  const installed = await Promise.all(browsers.map((each) => isInstalled(each, machine)));
  const found = browsers.filter((_, index) => installed[index]);
  if (found.length > 0) return found;
  throw new Refusal('browser-none', { known: browsers.map(({ name }) => name).join(', ') });
}

async function agree(
  changes: readonly ConnectionChange[],
  { yes }: ConnectFlags,
  terminal: Terminal,
): Promise<void> {
  for (const { entry, change } of changes) showEntry(entry, change, terminal);
  if (yes || changes.every(({ change }) => change === 'unchanged')) return;
  const { confirm } = await import('../cli/prompts.ts');
  await confirm(tell('confirm-connect', terminal.language), terminal);
}
