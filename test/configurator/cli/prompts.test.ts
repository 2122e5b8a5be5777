import { beforeEach, expect, it, vi } from 'vitest';
import { askEnvironment, confirm, offered } from '../../../configurator/cli/prompts.ts';
import type { Terminal } from '../../../configurator/cli/terminal.ts';

/** The texts passed to the prompt library, which shows them unescaped. */
const drawn = vi.hoisted(() => ({ messages: [] as string[] }));
vi.mock('@clack/prompts', () => {
  const draw = (answer: unknown) => async (asked: { message: string }) => {
    drawn.messages.push(asked.message);
    return answer;
  };
  return { text: draw('y'), select: draw('production') };
});
beforeEach(() => {
  drawn.messages.length = 0;
});

const terminal = { language: 'en' } as Terminal;
const name = '\u001b[3A\u001b[J\u009b2K\u202e.env\n';

it.each([
  ['which environment a file is for', () => askEnvironment(name, terminal)],
  ['whether something is to be done', () => confirm(`install into ${name}?`, terminal)],
  ['whether something may be done', () => offered(`install into ${name}?`, terminal)],
])('a question about %s shows what acts on a terminal escaped', async (_, ask) => {
  await ask();
  const [message = '', ...others] = drawn.messages;
  expect(others).toEqual([]);
  expect(message).toContain('\\u001b[3A\\u001b[J\\u009b2K\\u202e.env\\u000a');
  expect(message).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
});
