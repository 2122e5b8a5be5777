import { type Placeholder, placeholderIn } from '../placeholder.ts';
import type { Dialect } from './dialect.ts';

/** `$NAME` and `${NAME…}` anywhere in a compose file; `$$` stands for one `$`. */
const composeVariable = /(?<!\$)(?:\$\$)*\$(?!\$)\{?([A-Za-z_]\w*)?/;

/** `%name%` anywhere in a Symfony file, and `@service` as a whole value; `%%` stands for one `%`. */
const symfonyReference = /%|^@/;

/** Says whether the consumer of a file computes this text instead of taking it as it stands. */
export function computedFrom(text: string, dialect: Dialect): Placeholder | undefined {
  const placeholder = placeholderIn(text);
  if (placeholder) return placeholder;
  if (dialect === 'symfony' && symfonyReference.test(text)) return { variable: undefined };
  const compose = dialect === 'compose' && composeVariable.exec(text);
  return compose ? { variable: compose[1] } : undefined;
}
