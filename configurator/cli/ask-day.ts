import * as clack from '@clack/prompts';
import { answered } from './prompts.ts';
import { readDay } from './read-days.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** Asks for the day on which the old key ends; nothing typed: not yet. Call it on a terminal only. @throws Cancelled */
export async function askDay(terminal: Terminal): Promise<string | undefined> {
  const typed = await answered<string | undefined>(
    clack.text({
      message: tell('rotation-ask-day', terminal.language),
      validate: (text) => wrongDay(text || undefined, terminal),
    }),
  );
  return typed || undefined;
}

function wrongDay(text: string | undefined, terminal: Terminal): string | undefined {
  try {
    readDay(text, terminal);
    return undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return `${error.message}: ${error.next}`;
  }
}
