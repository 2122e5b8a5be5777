import { expect, test } from 'vitest';
import { short } from './attacks.ts';

test.each(short.map((attack) => [attack] as const))('the writer withstands attack %$', async (attack) => {
  const { attack: name, broken } = await attack();
  expect(broken, `${name}: see what broke with \`npm run torture\``).toEqual([]);
});
