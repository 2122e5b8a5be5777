import { describe, expect, it } from 'vitest';
import { php } from '../../../../configurator/formats/php/php.ts';
import { assign, refusalOf } from '../assign.ts';
import { php as runPhp } from '../readers/php.ts';
import { filled, kitFiles } from './kit-files.ts';

const after = { id: '17626983201234', key: 'Zq7RtY2uPw9LkXc4VbN8', word: 'PROD' };

describe.each(Object.entries(kitFiles))('%s', (_title, file) => {
  const words = Object.keys(file.addresses) as (keyof typeof after)[];
  const set = Object.fromEntries(words.map((word) => [file.addresses[word] ?? '', after[word]]));

  it('takes a key, and not another byte changes', () => {
    const { bytes } = assign(php, filled(file, file.before), set);
    expect(Buffer.from(bytes)).toEqual(filled(file, after));
    expect(assign(php, bytes, set).changed).toBe(false);
  });

  it('gives it to PHP', () => {
    const [left] = runPhp([filled(file, after)]);
    const { constants, session, variables, returned } = left ?? {};
    const known = JSON.stringify({ constants, session, variables, returned });
    for (const word of words) expect(known).toContain(`:"${after[word]}"`);
  });
});

it('refuses a class constant whose value comes from another file', () => {
  const text = "<?php\nreturn ['payline' => ['accessKey' => '', 'environment' => Env::HOMO]];\n";
  expect(refusalOf(() => assign(php, text, { 'payline.environment': 'HOMO' }))).toEqual([
    'entry-not-literal',
    { file: 'the-file', line: 2, address: 'payline.environment' },
  ]);
});
