import {
  AliasNotFoundError,
  type ApplicationText,
  EnumValidationError,
  FlagNotFoundError,
  text_en,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
} from '@stricli/core';
import type { Language } from '../../shared/wording.ts';
import { tell } from './texts.ts';

/**
 * What the library says, in our words: one line that begins in lower case. No word of the command line is repeated
 * unless it is a known one, since a key may have been typed there.
 */
export function usageText(language: Language): ApplicationText {
  return {
    ...text_en,
    headers: {
      usage: tell('help-usage', language),
      aliases: tell('help-aliases', language),
      commands: tell('help-commands', language),
      flags: tell('help-flags', language),
      arguments: tell('help-arguments', language),
    },
    briefs: {
      ...text_en.briefs,
      help: tell('about-help', language),
      version: tell('about-version', language),
      argumentEscapeSequence: tell('about-escape', language),
    },
    noCommandRegisteredForInput: ({ corrections }) =>
      withCorrection('unknown-command', corrections, language),
    // The library takes `--constructor` for a flag of its own.
    exceptionWhileRunningIntegrationFlag: () => tell('unknown-flag', language),
    exceptionWhileParsingArguments: (error) => explain(error, language),
  };
}

function explain(error: unknown, language: Language): string {
  if (error instanceof FlagNotFoundError) {
    const flags = error.corrections.map((name) => `--${name}`);
    return withCorrection('unknown-flag', flags, language);
  }
  if (error instanceof AliasNotFoundError) return tell('unknown-flag', language);
  if (error instanceof UnexpectedPositionalError) return tell('too-many-arguments', language);
  if (error instanceof UnsatisfiedFlagError) {
    return tell('flag-without-value', language, { flag: error.externalFlagName });
  }
  if (error instanceof EnumValidationError) {
    const { externalFlagName: flag, values } = error;
    return tell('flag-value', language, { flag, values: values.join(', ') });
  }
  return tell('arguments-unclear', language);
}

function withCorrection(
  key: 'unknown-command' | 'unknown-flag',
  corrections: readonly string[],
  language: Language,
): string {
  const [nearest] = corrections;
  if (nearest === undefined) return tell(key, language);
  return `${tell(key, language)}; ${tell('did-you-mean', language, { nearest })}`;
}
