/** `%env(NAME)%` and `%env(int:NAME)%` (Symfony). */
const symfony = /%env\((?:[^()]*:)?([A-Za-z_]\w*)\)%/;

/** A value that is one placeholder, as Spring, Serverless, Maven and many more have it: `${NAME}`, `${NAME:default}`. */
const braces = /^\$\{[^{}]*\}$/;
const bracesName = /^\$\{(?:env[:.])?([A-Za-z_]\w*)/;

/** A text that its consumer replaces by something else. */
export interface Placeholder {
  /** The environment variable it stands for, where it names one. */
  readonly variable: string | undefined;
}

export function placeholderIn(text: string): Placeholder | undefined {
  const env = symfony.exec(text);
  if (env) return { variable: env[1] };
  return braces.test(text) ? { variable: bracesName.exec(text)?.[1] } : undefined;
}

/** What a slot says of a value that is computed. */
export function computedValue({ variable }: Placeholder): {
  readonly value: undefined;
  readonly exact: false;
  readonly variable?: string;
} {
  return { value: undefined, exact: false, ...(variable !== undefined && { variable }) };
}
