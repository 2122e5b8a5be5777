import type { FormatContext } from '../format.ts';
import { type Placeholder, placeholderIn } from '../literals.ts';

/**
 * The program that reads the file: docker compose and Symfony give `$` and `%` a special meaning. In every dialect we write
 * what YAML 1.1 and 1.2 read in the same way.
 */
export const dialects = ['yaml', 'compose', 'symfony'] as const;
type Dialect = (typeof dialects)[number];

const composeFile = /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i;
const symfonyFile =
  /(?:^|\/)config\/(?:packages\/|services|parameters)|(?:^|\/)app\/config\/|(?:^|\/)parameters\.ya?ml(?:\.dist)?$/;

/** The dialect that the project file names, or else the one that follows from the file's name. */
export function dialectOf({ dialect, file }: FormatContext): Dialect {
  const named = dialects.find((word) => word === dialect);
  if (named) return named;
  const path = file.replaceAll('\\', '/');
  if (composeFile.test(path)) return 'compose';
  return symfonyFile.test(path) ? 'symfony' : 'yaml';
}

/** `$NAME` and `${NAME…}` anywhere in a compose file; `$$` stands for one `$`. */
const composeVariable = /(?<!\$)(?:\$\$)*\$(?!\$)\{?([A-Za-z_]\w*)?/;

/** `%name%` anywhere in a Symfony file, and `@service` as a whole value; `%%` stands for one `%`. */
const symfonyReference = /%|^@/;

/** The placeholder in a text that the file's reader would replace. */
function computedFrom(text: string, dialect: Dialect): Placeholder | undefined {
  const placeholder = placeholderIn(text);
  if (placeholder) return placeholder;
  if (dialect === 'symfony' && symfonyReference.test(text)) return { variable: undefined };
  const compose = dialect === 'compose' && composeVariable.exec(text);
  return compose ? { variable: compose[1] } : undefined;
}

/** Converts between a scalar's text and the value that the file's reader gets. */
export interface Codec {
  /** @returns `undefined` where the value cannot be known from the file */
  decode(text: string): string | undefined;
  /** @returns `undefined` where no text would give the reader this value */
  encode(value: string): string | undefined;
  computed(text: string): Placeholder | undefined;
}

export function plainCodec(dialect: Dialect): Codec {
  const double = dialect === 'compose';
  const computed = (text: string) => computedFrom(text, dialect);
  return {
    computed,
    decode: (text) => {
      if (computed(text)) return undefined;
      return double ? text.replaceAll('$$', () => '$') : text;
    },
    encode: (value) => {
      const text = double ? value.replaceAll('$', () => '$$') : value;
      return computed(text) ? undefined : text;
    },
  };
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const surrogate = /\p{Surrogate}/u;

/** Kubernetes `data:` of a Secret, and `!!binary`. */
export const base64Codec: Codec = {
  computed: () => undefined,
  decode: (text) => {
    const packed = text.replace(/\s+/g, '');
    if (!base64.test(packed)) return undefined;
    const bytes = Buffer.from(packed, 'base64');
    const value = bytes.toString('utf8');
    return Buffer.from(value, 'utf8').equals(bytes) ? value : undefined;
  },
  encode: (value) => (surrogate.test(value) ? undefined : Buffer.from(value, 'utf8').toString('base64')),
};
