import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { codes } from '../../shared/message-codes.ts';
import { messages } from '../../shared/messages.ts';
import { requestTypes } from '../../shared/wire.ts';

const path = fileURLToPath(new URL('../../shared/PROTOCOL.md', import.meta.url));
const document = readFileSync(path, 'utf8');

it.each(requestTypes)('PROTOCOL.md describes the request %s', (type) => {
  expect(document, `describe \`${type}\` under "Requests and replies"`).toContain(`- \`${type}\` `);
});

it('PROTOCOL.md lists every code (npm run vitest -- test/shared/protocol.test.ts -u writes the list)', async () => {
  const start = document.indexOf('\n- `', document.indexOf('## Codes')) + 1;
  const prose = start === 0 ? document : document.slice(0, start);
  await expect(prose + listOfCodes()).toMatchFileSnapshot(path);
});

function listOfCodes(): string {
  return codes
    .map((code) => `- \`${code}\`: ${messages[code].en.what}; ${messages[code].en.next}\n`)
    .join('');
}
