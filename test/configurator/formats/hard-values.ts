// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the variables of other languages
import fc from 'fast-check';
import { seed } from '../../sample.ts';

fc.configureGlobal({ seed });

/** Values that writers are known to corrupt. */
export const hardValues: readonly string[] = [
  'plain',
  'two words',
  'a#b',
  'a #b',
  '" #"',
  '$b',
  '${b}',
  '$(b)',
  '$1 $& $$',
  'a\\nb',
  'C:\\x',
  'ends in \\',
  'ends in \\\\',
  'say "it"',
  "it's",
  '`tick`',
  `'both' "quotes"`,
  `'all' "three" \`kinds\``,
  ' edges ',
  'clé 🔑 ключ',
  'encrypted:abc',
  'a=b&c|d;e<f>g(h)i*j?k[l]m{n}o!p~q^r%s@t:u,v',
  '~/home',
  '=',
  '__proto__',
  '"',
  "'",
  '\\',
  '="x',
  '{{ x }}',
  'export KEY=1',
  'Basic MTIzNDU2Nzg5MDpESk1FU0hYWW91NkxtalFGZEg=',
  'true',
  'null',
  '007',
  '1e3',
  'two\nlines',
  '\ttab',
];

/** Any text, mostly of characters with a meaning in some format. */
export const values: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab1 \'"`\\$#={}()n~\n\t') }),
  fc.string({ unit: fc.constantFrom(...'kK9+/=._-') }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
