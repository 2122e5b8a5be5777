import * as v from 'valibot';
import { type Environment, environments } from '../../shared/environment.ts';

/** A console under another name, which a person has added: its exact host, and the environment of its keys. */
export const addedConsole = v.strictObject({ host: v.string(), environment: v.picklist(environments) });

export type AddedConsole = v.InferOutput<typeof addedConsole>;

/** As `environmentOfUrl`, for the consoles that were added. */
export function environmentOfAdded(url: string, added: readonly AddedConsole[]): Environment | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin } = new URL(url);
  return added.find(({ host }) => origin === `https://${host}`)?.environment;
}
