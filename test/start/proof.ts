import { createdKey, valuesOf } from '../e2e/harness/install-key.ts';
import { readers } from '../e2e/harness/read-back.ts';
import { expectedSample, readSample, sampleFiles } from '../e2e/harness/sample-project.ts';
import type { Session } from '../e2e/harness/session.ts';
import { missingPeers, peers } from '../setup/peers.ts';

const php = peers.filter((peer) => peer.command === 'php');

/**
 * Proves that the created key is in the files: read by the programs that the files are for, and every other byte
 * unchanged.
 *
 * @returns what was proved, a line each
 * @throws Error that names what does not hold
 */
export function prove(session: Session): string[] {
  const values = valuesOf(createdKey(session));
  const { project } = session.workspace;
  const lines = Object.entries(readers).map(([what, read]) => {
    if (what.endsWith('php') && missingPeers(php).length > 0) return `${what}: php is not on this machine`;
    const wrong = Object.entries(read(project)).filter(
      ([name, value]) => Reflect.get(values, name) !== value,
    );
    if (wrong.length === 0) return `${what}: reads the created key`;
    throw new Error(`${what} does not read the ${wrong.map(([name]) => name).join(', ')} that was created`);
  });
  const [found, wanted] = [readSample(project), expectedSample(values)];
  const changed = sampleFiles.filter((file) => !wanted[file]?.equals(found[file] ?? Buffer.alloc(0)));
  if (changed.length > 0) throw new Error(`more than the values was changed in ${changed.join(', ')}`);
  return [...lines, 'every byte outside the values is as it was'];
}

/** Whether the files hold the created key by now. */
export function isInPlace(session: Session): boolean {
  if (session.practice.createdKeys.length === 0) return false;
  const wanted = expectedSample(valuesOf(createdKey(session)));
  const found = readSample(session.workspace.project);
  return sampleFiles.every((file) => wanted[file]?.equals(found[file] ?? Buffer.alloc(0)));
}
