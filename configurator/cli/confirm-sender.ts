import { parseCode } from '../../shared/codes.ts';
import { CommandRefusal, UsageError } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** What a person knows of a sealed key before it is opened. */
export interface SenderFlags {
  readonly code?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/**
 * Reads `--code`.
 *
 * @returns as `confirmationCode` writes it; `undefined` where none was given
 * @throws UsageError where it is not 18 digits
 */
export function readCode({ code }: SenderFlags, { language }: Terminal): string | undefined {
  if (code === undefined) return undefined;
  const parsed = parseCode(code);
  if (parsed === undefined || parsed === 'older') {
    const wrong = parsed === undefined ? 'code-not-digits' : 'code-older';
    throw new UsageError(tell(wrong, language), tell(`${wrong}-next`, language));
  }
  return parsed;
}

/**
 * Makes sure that a sealed key is the one that its sender sealed: by the code that was given, or by asking. A code that
 * was not given is never shown where nobody is asked, so that no script takes it from here.
 *
 * @param code that of the file
 * @throws Refusal `sealed-code-mismatch`, `sealed-code-missing`; Cancelled
 */
export async function confirmSender(code: string, flags: SenderFlags, terminal: Terminal): Promise<void> {
  const { language, print, paint } = terminal;
  const given = readCode(flags, terminal);
  if (given !== undefined && given !== code) throw new CommandRefusal('sealed-code-mismatch');
  if (given !== undefined || flags.dryRun) return;
  if (flags.yes) throw new CommandRefusal('sealed-code-missing');
  print(tell('confirmation-code', language, { code: paint('bold', code) }));
  const { saysYes } = await import('./prompts.ts');
  if (!(await saysYes(tell('confirm-sender', language), terminal))) {
    throw new CommandRefusal('sealed-code-mismatch');
  }
}
