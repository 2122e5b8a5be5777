import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandTable, type Shell, shells } from '../../../../configurator/cli/command-table.ts';
import { commands } from '../../../../configurator/cli/commands.ts';
import { browsers } from '../../../../configurator/native-host/browsers/browsers.ts';
import { kits } from '../../../../configurator/project/kits/kits.ts';
import { makeSandbox, type Ran, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
let folder: string;
beforeAll(async () => {
  box = makeSandbox();
  folder = mkdtempSync(join(tmpdir(), 'cle-completion-'));
  mkdirSync(join(folder, 'a folder'));
  for (const shell of shells) writeFileSync(join(folder, shell), (await completion(shell)).out);
});
afterAll(() => {
  box.remove();
  rmSync(folder, { recursive: true });
});

const completion = (shell: Shell, language: 'en' | 'fr' = 'en'): Promise<Ran> =>
  box.cle(['completion', shell], { language });

/** Makes zsh print what it adds to its list, and when the list is complete. */
const listen = `autoload -Uz compinit
compinit -D -u
source ./zsh
compadd() {
  if (( \${argv[(I)-[OAD]*]} == 0 )); then
    local -a kept
    builtin compadd -O kept "$@"
    print -rl -- $kept >>found
  fi
  builtin compadd "$@"
}
whole() { print END >>found }
comppostfuncs=(whole)
`;

/** Asks a real shell what it offers after what was typed. */
const ask = {
  bash(typed: readonly string[]): string[] {
    const words = typed.map((word) => `'${word}'`).join(' ');
    const script = `. ./bash; COMP_WORDS=(${words}); COMP_CWORD=${typed.length - 1}; _cle; printf '%s\n' "\${COMPREPLY[@]}"`;
    return lines(execFileSync('bash', ['--norc', '-c', script], { cwd: folder, encoding: 'utf8' }));
  },
  fish(typed: readonly string[]): string[] {
    const script = `source ./fish; complete --do-complete '${typed.join(' ')}'`;
    const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
    const out = execFileSync('fish', ['--no-config', '-c', script], { cwd: folder, env, encoding: 'utf8' });
    return lines(out).map((line) => line.split('\t')[0] ?? '');
  },
  /** What zsh adds to its list once Tab is pressed; in a terminal, as it completes nowhere else. */
  zsh(typed: readonly string[]): string[] {
    const found = join(folder, 'found');
    rmSync(found, { force: true });
    writeFileSync(join(folder, 'listen'), listen);
    const script = `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "source ./listen; print REA''DY"
while zpty -r shell out; do [[ $out = *READY* ]] && break; done
zpty -w -n shell "$1"$'\t'
for i in {1..600}; do grep -qs '^END$' found && break; sleep 0.05; done
zpty -d shell`;
    const env = { ...process.env, TERM: 'vt100', HOME: folder };
    execFileSync('zsh', ['-f', '-c', script, 'zsh', typed.join(' ')], { cwd: folder, env, stdio: 'pipe' });
    return lines(readFileSync(found, 'utf8')).filter((line) => line !== 'END');
  },
};

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

describe.each(['bash', 'zsh', 'fish'] as const)('%s', (shell) => {
  it('completes commands, flags, values and arguments', () => {
    const offered = (...typed: string[]) => ask[shell](['cle', ...typed]);
    const offers = (...words: string[]) => expect.arrayContaining(words);
    expect(offered('')).toEqual(offers(...commandTable(commands('en'), 'en').map(({ name }) => name)));
    expect(offered('co')).toEqual(offers('completion', 'connect'));
    expect(offered('co')).not.toContain('apply');
    expect(offered('apply', '--e')).toEqual(offers('--environment'));
    expect(offered('apply', '--environment', '')).toEqual(offers('homologation', 'production'));
    expect(offered('connect', '--browser', 'vi')).toEqual(offers('vivaldi'));
    expect(offered('init', '--kit', '')).toEqual(offers(...kits.map(({ name }) => name)));
    expect(offered('completion', 'z')).toEqual(offers('zsh'));
  });
});

describe('every script', () => {
  it.each(shells)('has each command, flag and value for %s', async (shell) => {
    const { out, status } = await completion(shell);
    expect(status).toBe(0);
    for (const { name, flags } of commandTable(commands('en'), 'en')) {
      expect(out).toContain(name);
      for (const { flag } of flags) expect(out).toContain(shell === 'fish' ? `-l ${flag.slice(2)}` : flag);
    }
    for (const { name } of browsers) expect(out).toContain(name);
  });

  it.each(['bash', 'zsh', 'fish'] as const)('is valid for %s, in French too', async (shell) => {
    const { out } = await completion(shell, 'fr');
    const file = join(folder, `${shell}-fr`);
    writeFileSync(file, out);
    expect(execFileSync(shell, ['-n', file], { encoding: 'utf8' })).toBe('');
  });

  it('quotes for PowerShell, which treats a typographic quote as a quote', async () => {
    const { out } = await completion('powershell', 'fr');
    for (const text of out.matchAll(/’+/g)) expect(text[0].length % 2).toBe(0);
    expect(out.replace(/’’|''/g, '').split("'").length % 2, 'each quote is closed').toBe(1);
  });

  it('is refused for an unknown shell, with the names of the known ones', async () => {
    const ran = await box.cle(['completion', 'tcsh']);
    expect(ran).toMatchObject({ status: 2, out: '' });
  });
});

it('lists the shells if none is named, each with the line that sets it up', async () => {
  const { out, status } = await box.cle(['completion']);
  expect(status).toBe(0);
  for (const shell of shells) expect(out).toMatch(new RegExp(`^${shell} +cle completion ${shell} >`, 'm'));
  expect((await box.cle(['completion', 'bsh'])).err).toContain('did you mean: cle completion bash');
  expect((await box.cle(['completion', 'elvish'])).err).toContain('name one of bash, zsh, fish, powershell');
});
