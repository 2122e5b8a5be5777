import { type BrowserName, browsers } from '../../native-host/browsers/browsers.ts';
import { disconnect, planDisconnection } from '../../native-host/browsers/disconnect.ts';
import { thisLaunch } from '../../native-host/browsers/this-launch.ts';
import { thisMachine } from '../../native-host/browsers/this-machine.ts';
import type { Work } from '../command.ts';
import { showEntry } from '../show/doctor.ts';
import { tell } from '../texts.ts';

export interface DisconnectFlags {
  readonly browser?: BrowserName;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `cle disconnect`: removes all that `cle connect` created, and nothing else. As connecting again restores it, it asks for
 * confirmation only on a terminal.
 */
const disconnectBrowsers: Work<DisconnectFlags> = async (terminal, { browser, yes }) => {
  const machine = thisMachine();
  const launch = await thisLaunch();
  const chosen = browsers.filter(({ name }) => browser === undefined || name === browser);
  const entries = await planDisconnection(chosen, launch, machine);
  for (const entry of entries) showEntry(entry, 'removed', terminal);
  if (entries.length > 0 && terminal.interactive && !yes) {
    const { confirm } = await import('../prompts.ts');
    await confirm(tell('confirm-disconnect', terminal.language), terminal);
  }
  await disconnect(chosen, entries, launch, machine);
  const said = entries.length > 0 ? 'disconnected' : 'nothing-connected';
  terminal.print(tell(said, terminal.language));
  return { entries: entries.map(({ kind, place }) => ({ kind, place, change: 'removed' })) };
};

export default disconnectBrowsers;
