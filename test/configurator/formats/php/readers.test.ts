import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { php } from '../../../../configurator/formats/php/php.ts';
import { everyValue, randomValues } from '../lookalikes.ts';
import { php as runPhp } from '../readers/php.ts';
import { put, readAll } from '../rewriting.ts';

/** One statement for each place of a value, told apart by its name. */
const places: Readonly<Record<string, (name: string) => string>> = {
  'define in single quotes': (name) => `define('${name}', 'old');`,
  'DEFINE in double quotes': (name) => `\tDEFINE( "${name}" , "old" ); // c`,
  const: (name) => `const ${name} = 'old';`,
  'a constant that was null': (name) => `define('${name}', null);`,
  'a constant that was a number': (name) => `define('${name}', 12);`,
  'a constant that was TRUE': (name) => `define('${name}', TRUE);`,
};

const allValues = [...everyValue, 'a\0b', '\0', '\0'.repeat(3), '\\x41\\101', 'é\u0080'];

/** The values in portions of one file, each under its own name. */
function portions(values: readonly string[]): Readonly<Record<string, string>>[] {
  const named = values.map((value, index) => [`V${index}`, value] as const);
  const starts = named.map((_, index) => index).filter((index) => index % 50 === 0);
  return starts.map((start) => Object.fromEntries(named.slice(start, start + 50)));
}

const prefixed = (prefix: string, set: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(set).map(([name, value]) => [prefix + name, value]));

/** A boolean that is set to true or false stays a keyword. */
const asTexts = (read: Readonly<Record<string, unknown>> = {}) =>
  Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
  );

describe('PHP reads back', () => {
  it.each(Object.entries(places))('every value from %s', (_title, statement) => {
    const sets = portions([...allValues, ...randomValues(1000)]);
    const read = runPhp(
      sets.map((set) => put(php, `<?php\n${Object.keys(set).map(statement).join('\n')}\n`, set)),
    );
    for (const [index, set] of sets.entries()) expect(asTexts(read[index]?.constants)).toEqual(set);
  });

  it('every value that was added', () => {
    const sets = portions([...allValues, ...randomValues(1000)]);
    const defined = runPhp(sets.map((set) => put(php, "<?php define('OLD', 'old');", set)));
    const inSession = runPhp(sets.map((set) => put(php, '<?php $_SESSION["OLD"]="old";', set)));
    const array = '<?php return array("OLD" => "old", "p" => []);';
    const returned = runPhp(sets.map((set) => put(php, array, prefixed('p.', set))));
    for (const [index, set] of sets.entries()) {
      expect(defined[index]?.constants).toEqual({ OLD: 'old', ...set });
      expect(inSession[index]?.session).toEqual({ OLD: 'old', ...set });
      expect(returned[index]?.returned).toEqual({ OLD: 'old', p: set });
    }
  });

  it('names that were added', () => {
    const names = everyValue.filter((name) => name !== '' && !/\p{Surrogate}/u.test(name));
    const set = Object.fromEntries(names.map((name, index) => [`p.${JSON.stringify(name)}`, `${index}`]));
    const [left] = runPhp([put(php, "<?php return ['p' => ['OLD' => 'old']];", set)]);
    const added = Object.fromEntries(names.map((name, index) => [name, `${index}`]));
    expect(left?.returned).toEqual({ p: { OLD: 'old', ...added } });
  });
});

it('reads literals as PHP does', () => {
  const plain = ['\\\\', 'n', '1', '0', '4', '{', '}', 'é', '🔑', '\n', ' ', '?>'];
  const escapes = [
    '\\n',
    '\\x4',
    '\\x',
    '\\1',
    '\\07',
    '\\e',
    '\\v',
    '\\u{1F511}',
    '\\$',
    '\\{',
    '\\"',
    "\\'",
    '\\q',
  ];
  const body = (...units: string[]) => fc.string({ unit: fc.constantFrom(...plain, ...escapes, ...units) });
  const literals = [
    ...fc.sample(body('"', '$', '${x'), 1500).map((text) => `'${text}'`),
    ...fc.sample(body("'"), 1500).map((text) => `"${text}"`),
  ];
  const text = `<?php\n${literals.map((literal, index) => `const V${index} = ${literal};`).join('\n')}\n`;
  const { constants } = runPhp([text])[0] ?? {};
  const ours = readAll(php, text).map(({ address, value }) => [address, value]);
  expect(Object.fromEntries(ours)).toEqual(constants);
});
