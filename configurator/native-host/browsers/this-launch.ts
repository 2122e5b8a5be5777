import { access, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { argv, execPath, versions } from 'node:process';
import { stateFolderPath } from '../../machine/state-folder.ts';
import { rethrowUnlessSystemError } from '../../machine/system-error.ts';
import { ConnectionRefusal } from '../messages.ts';
import { type Launch, permissionSwitch } from './launcher.ts';

/**
 * The launch of this installation: the Node that is running, and the host's program beside the running one.
 *
 * @throws Refusal `host-program-missing`
 */
export async function thisLaunch(): Promise<Launch> {
  const program = await realpath(argv[1] ?? '.');
  const host = join(dirname(program), 'host.cjs');
  try {
    await access(host);
  } catch (error) {
    rethrowUnlessSystemError(error);
    throw new ConnectionRefusal('host-program-missing', { file: host });
  }
  return {
    node: execPath,
    permission: permissionSwitch(versions.node),
    host,
    stateFolder: stateFolderPath(),
  };
}
