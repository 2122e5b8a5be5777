import type { Placeholder } from '../placeholder.ts';
import { computedFrom } from './computed.ts';
import type { Dialect } from './dialect.ts';

/** What stands between a scalar's text and the value that the file's consumer gets. */
export interface Codec {
  /** @returns `undefined` where the text holds no value that can be known from the file */
  decode(text: string): string | undefined;
  /** @returns `undefined` where the consumer would read something else, whatever the text */
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
