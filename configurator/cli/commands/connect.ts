import { controlCode } from '../../../shared/codes.ts';
import { loadRecipient } from '../../machine/identity/identity.ts';
import { type Browser, type BrowserName, browsers } from '../../native-host/browsers/browsers.ts';
import { type ConnectionChange, connect, planConnection } from '../../native-host/browsers/connect.ts';
import { findInstalled, sandboxesOf } from '../../native-host/browsers/installed.ts';
import { type Machine, userBehindSudo } from '../../native-host/browsers/machine.ts';
import { thisLaunch } from '../../native-host/browsers/this-launch.ts';
import { thisMachine } from '../../native-host/browsers/this-machine.ts';
import type { Work } from '../command.ts';
import { CommandRefusal } from '../errors.ts';
import { say } from '../messages.ts';
import { requirePerson } from '../require-person.ts';
import { showEntry } from '../show/doctor.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

export interface ConnectFlags {
  readonly browser?: BrowserName;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `cle connect`: lets the browsers find the native host. */
const connectBrowsers: Work<ConnectFlags> = async (terminal, flags) => {
  if (!flags.yes) requirePerson('confirmation-needed-connect', terminal);
  warnOfSudo(terminal);
  const machine = thisMachine();
  const launch = await thisLaunch();
  const chosen = await chosenBrowsers(flags, machine);
  const changes = await planConnection(chosen, launch, machine);
  await agree(changes, flags, terminal);
  const code = await controlCode(await loadRecipient());
  await connect(chosen, changes, launch, machine);
  const sandboxed = await tellSandboxed(chosen, machine, terminal);
  const titles = chosen.map(({ title }) => title).join(', ');
  terminal.print(terminal.paint('green', tell('connected', terminal.language, { titles })));
  terminal.print(tell('pairing-code', terminal.language, { code: terminal.paint('bold', code) }));
  return {
    browsers: chosen.map(({ name }) => name),
    entries: changes.map(({ entry: { kind, place }, change }) => ({ kind, place, change })),
    sandboxed,
    controlCode: code,
  };
};

export default connectBrowsers;

/** Root may intend this, but a user of sudo most likely wants their own browsers connected. */
function warnOfSudo({ complain, language }: Terminal): void {
  const user = userBehindSudo();
  if (user === undefined) return;
  const { what, next } = say('doctor-sudo', { user }, language);
  complain(`${what}: ${next}`);
}

/** A named browser is connected even if it is not found: it may be installed later, or elsewhere. */
async function chosenBrowsers({ browser }: ConnectFlags, machine: Machine): Promise<Browser[]> {
  if (browser !== undefined) return browsers.filter(({ name }) => name === browser);
  const found = await findInstalled(machine);
  if (found.length > 0) return found;
  throw new CommandRefusal('browser-none', { known: browsers.map(({ name }) => name).join(', ') });
}

/** Prints a message about every sandboxed browser: its manifests are written, but it may need more. */
async function tellSandboxed(chosen: readonly Browser[], machine: Machine, terminal: Terminal) {
  const told = [];
  for (const browser of chosen) {
    for (const { kind, code } of await sandboxesOf(browser, machine)) {
      const { what: message, next } = say(code, { browser: browser.title }, terminal.language);
      terminal.print(`${terminal.paint('yellow', '!')} ${message}: ${next}`);
      told.push({ browser: browser.name, kind, code, message, next });
    }
  }
  return told;
}

async function agree(
  changes: readonly ConnectionChange[],
  { yes }: ConnectFlags,
  terminal: Terminal,
): Promise<void> {
  for (const { entry, change } of changes) showEntry(entry, change, terminal);
  if (yes || changes.every(({ change }) => change === 'unchanged')) return;
  const { confirm } = await import('../prompts.ts');
  await confirm(tell('confirm-connect', terminal.language), terminal);
}
