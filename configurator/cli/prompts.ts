import * as clack from '@clack/prompts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';
import { Cancelled } from './usage-error.ts';

/** @throws Cancelled unless the person says yes */
export async function confirm(message: string, { language }: Terminal): Promise<void> {
  const answer = await clack.confirm({
    message,
    active: tell('yes', language),
    inactive: tell('no', language),
    initialValue: false,
  });
  if (answer !== true) throw new Cancelled();
}

/** Gives an answer back. @throws Cancelled where the person broke off */
export async function answered<T>(prompt: Promise<T | symbol>): Promise<T> {
  const answer = await prompt;
  if (typeof answer === 'symbol') throw new Cancelled();
  return answer as T;
}

/** Whether the person says yes to something that may as well be left. */
export async function offered(message: string, language: Terminal['language']): Promise<boolean> {
  const answer = await clack.confirm({
    message,
    active: tell('yes', language),
    inactive: tell('no', language),
    initialValue: false,
  });
  return answer === true;
}
