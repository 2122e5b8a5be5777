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
 * The library's usage errors in our words: one line that begins in lower case. Only known words of the command line are
 * repeated, as a key may have been typed there.
 */
export function usageText(language: Language): ApplicationText {
  return {
    ...text_en,
    // The library mistakes `--constructor` for a flag of its own.
    exceptionWhileRunningIntegrationFlag: () => tell('unknown-flag', language),
    exceptionWhileParsingArguments: (error) => explain(error, language),
  };
}

function explain(error: unknown, language: Language): string {
  if (error instanceof FlagNotFoundError) {
    return unknownFlag(
      error.corrections.map((name) => `--${name}`),
      language,
    );
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

function unknownFlag(corrections: readonly string[], language: Language): string {
  const [nearest] = corrections;
  if (nearest === undefined) return tell('unknown-flag', language);
  return `${tell('unknown-flag', language)}; ${tell('did-you-mean', language, { nearest })}`;
}
