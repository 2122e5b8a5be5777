import { parseCode } from '../../shared/codes.ts';
import { CommandRefusal, UsageError } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** What is known about a sealed key before it is installed. */
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
 * Checks that a sealed key is the one that its sender sealed, by the given code or by asking. Without a person to ask, the
 * code is never shown, so that no script can take it from the output.
 *
 * @param code the file's own code
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
