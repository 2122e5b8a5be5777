import * as clack from '@clack/prompts';
import { type Environment, environments } from '../../shared/environment.ts';
import type { Project } from '../project/project.ts';
import { answered } from './prompts.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/**
 * Asks a person for the parts of a key; what is secret is masked while it is typed or pasted. Call it on a terminal
 * only: without one the library ends the process.
 *
 * @returns the parts, unchecked
 * @throws Cancelled
 */
export async function askKey(
  project: Pick<Project, 'environments' | 'merchant'>,
  environment: Environment | undefined,
  { language }: Terminal,
): Promise<unknown> {
  const ask = (key: Parameters<typeof tell>[0]) => ({ message: tell(key, language) });
  const chosen =
    environment ??
    (await answered(
      clack.select<Environment>({
        ...ask('ask-environment'),
        options: environments.map((value) => ({ value, label: value })),
        ...(project.environments[0] && { initialValue: project.environments[0] }),
      }),
    ));
  const merchant = project.merchant?.word ?? '';
  const merchantId = await answered(clack.text({ ...ask('ask-merchant'), initialValue: merchant }));
  const accessKey = await answered(clack.password(ask('ask-key')));
  const authorization = await answered(clack.password(ask('ask-authorization')));
  return { environment: chosen, merchantId, accessKey, authorization };
}
