import { basename } from 'node:path';
import type { AccessKeyJson } from '../../../shared/access-key.ts';
import { DestinationWindow } from './destination-window.ts';
import { type SampleValues, wordOf } from './sample-project.ts';
import type { Session } from './session.ts';

/** The key that the practice console made last. */
export function createdKey({ practice }: Session): AccessKeyJson {
  const key = practice.createdKeys.at(-1);
  if (!key) throw new Error('the practice console has made no key');
  return key;
}

/** What the sample project must say once a key is in it. */
export function valuesOf({ merchantId, accessKey, reference, environment }: AccessKeyJson): SampleValues {
  return { merchantId, accessKey, reference, word: wordOf(environment) };
}

/** The merchant's part in the extension's window, up to the masked changes. */
export async function lookAtChanges({ browser, workspace }: Session) {
  const destination = await DestinationWindow.opened(browser);
  await destination.choose(basename(workspace.project));
  await destination.askForChanges();
  return { destination, changes: await destination.changes() };
}

/** The whole of it. Ends when the window says that the key is in place. */
export async function installKey(session: Session): Promise<DestinationWindow> {
  const { destination } = await lookAtChanges(session);
  await destination.install();
  await destination.inPlace();
  return destination;
}
