import * as v from 'valibot';
import { chromiumId, geckoId } from '../../../shared/extension-ids.ts';
import { receivedRefusal } from '../../../shared/message-codes.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { refusalSchema, replySchema, wireVersion } from '../../../shared/wire.ts';
import { endTree, type Launch, start } from '../../machine/programs.ts';
import { errnoOf } from '../../machine/system-error.ts';
import type { Browser } from '../../native-host/browsers/browsers.ts';
import type { Machine } from '../../native-host/browsers/machine.ts';
import { encodeFrame, readFrames } from '../../native-host/frames.ts';
import { CommandRefusal } from '../errors.ts';

/** The host's answer to `hello`. */
export interface Echo {
  readonly version: string;
  readonly recipient: string;
}

/** A cold start on a slow machine takes seconds; the extension waits as long. */
const patience = 15;

const id = 'doctor';

/**
 * Starts the launcher as a browser does, without any of this terminal's environment, and exchanges one frame.
 *
 * @param manifest absolute path of the manifest that names the launcher
 * @throws Refusal `launcher-unstartable`, `launcher-ended`, `launcher-noisy`, `launcher-silent`, or a refusal of the host
 */
export async function echo(
  launcher: string,
  family: Browser['family'],
  manifest: string,
  machine: Machine,
  seconds = patience,
): Promise<Echo> {
  const args = family === 'chromium' ? [`chrome-extension://${chromiumId}/`] : [manifest, geckoId];
  const child = start(launchOf(launcher, args, machine));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  ended.catch(() => undefined);
  let silent = false;
  const timer = setTimeout(() => {
    silent = true;
    endTree(child);
  }, seconds * 1000);
  try {
    return (
      echoIn(await replyOf(child, launcher), launcher) ??
      without(await ended, silent, { file: launcher, seconds })
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new CommandRefusal('launcher-unstartable', { file: launcher, reason: errnoOf(error) });
  } finally {
    clearTimeout(timer);
    endTree(child);
  }
}

function launchOf(launcher: string, args: readonly string[], { system, env, home }: Machine): Launch {
  const { SystemRoot = 'C:\\Windows', USERPROFILE, APPDATA, LOCALAPPDATA, ProgramFiles } = env;
  if (system !== 'win32') return { program: launcher, args, env: { HOME: home, PATH: '/usr/bin:/bin' } };
  // Windows starts a batch file through its shell only; this is how Chromium does it.
  const line = ['"', `"${launcher}"`, ...args.map((arg) => ` "${arg}"`), '"'].join('');
  return {
    program: `${SystemRoot}\\System32\\cmd.exe`,
    args: ['/d', '/s', '/c', line],
    env: { SystemRoot, USERPROFILE, APPDATA, LOCALAPPDATA, ProgramFiles },
    verbatim: true,
  };
}

/** The body of the first frame; `undefined` where the host ends without one. */
async function replyOf(child: ReturnType<typeof start>, launcher: string): Promise<unknown> {
  child.stdin.on('error', () => {});
  child.stdin.end(encodeFrame({ v: wireVersion, id, type: 'hello' }));
  try {
    const { value } = await readFrames(child.stdout).next();
    return value && JSON.parse(new TextDecoder().decode(value));
  } catch {
    throw new CommandRefusal('launcher-noisy', { file: launcher });
  }
}

function echoIn(reply: unknown, launcher: string): Echo | undefined {
  if (reply === undefined) return undefined;
  const good = v.safeParse(replySchema('hello'), reply);
  if (good.success && good.output.id === id) {
    const { version, recipient } = good.output as unknown as Echo;
    return { version, recipient };
  }
  const { success, output } = v.safeParse(refusalSchema, reply);
  const refusal = success ? receivedRefusal(output.code, output.params) : undefined;
  throw refusal ?? new CommandRefusal('launcher-noisy', { file: launcher });
}

/** @throws Refusal with the reason why there was no answer */
function without(
  status: number | null,
  silent: boolean,
  { file, seconds }: { readonly file: string; readonly seconds: number },
): never {
  if (silent) throw new CommandRefusal('launcher-silent', { file, seconds });
  throw new CommandRefusal('launcher-ended', { file, status: status ?? 'none' });
}
