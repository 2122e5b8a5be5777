import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { protectIdentity } from '../../../../configurator/machine/identity/identity.ts';
import {
  keychainOf,
  passphraseInKeychain,
  protectionByKeychain,
} from '../../../../configurator/machine/identity/keychain.ts';
import type { Run } from '../../../../configurator/machine/programs.ts';
import { decrypt } from '../../../../configurator/machine/sealed/open.ts';
import { sealToThisMachine } from '../../../../configurator/machine/sealed/seal.ts';
import { hostHandlers } from '../../../../configurator/native-host/handlers.ts';
import { jsonOf, makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
let kept: string;

/**
 * As the program of the Secret Service: `store`, its secret on standard input, and `lookup`. Without a locale, as the
 * host starts it, it takes no argument beyond ASCII.
 */
beforeEach(() => {
  box = makeSandbox();
  kept = join(box.root, 'kept');
  const programs = join(box.root, 'programs');
  for (const folder of [kept, programs]) mkdirSync(folder);
  const program = join(programs, 'secret-tool');
  writeFileSync(
    program,
    `#!/bin/sh
printf '%s\\n' "$*" >> '${box.root}/words'
LC_ALL=C; export LC_ALL
case $* in *[!\\ -~]*) exit 1 ;; esac
verb=$1; for entry; do :; done
case $verb in
  store) cat > "${kept}/$entry" ;;
  lookup) cat "${kept}/$entry" 2>/dev/null ;;
esac
`,
  );
  chmodSync(program, 0o755);
  vi.stubEnv('PATH', `${programs}:${process.env['PATH']}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const recipient = async (...words: string[]) => jsonOf(await box.cle(['recipient', '--json', ...words]));
const identities = () => join(box.env['CLE_HOME'] ?? '', 'identities');

describe('cle recipient --keychain', () => {
  it('seals the identity to a passphrase that only the keychain has, and opens it without asking', async () => {
    const { recipient: before } = await recipient();
    expect(await recipient('--keychain')).toMatchObject({ ok: true, recipient: before });
    const [entry = ''] = readdirSync(kept);
    const passphrase = readFileSync(join(kept, entry), 'utf8');
    expect(passphrase).toHaveLength(43);
    const text = readFileSync(join(identities(), 'current.txt'), 'utf8');
    expect(text).not.toMatch(/AGE-SECRET-KEY/);
    expect(readFileSync(join(box.root, 'words'), 'utf8'), 'others can read arguments').not.toContain(
      passphrase,
    );
    expect(await decrypt(await sealToThisMachine('a text'))).toBe('a text');
  });

  it('stays in force after a rotation, and still opens what was sealed before', async () => {
    await recipient('--keychain');
    const sealed = await sealToThisMachine('a text');
    expect(await recipient('--rotate')).toMatchObject({ ok: true });
    expect(readdirSync(kept)).toHaveLength(2);
    for (const file of readdirSync(identities())) {
      expect(readFileSync(join(identities(), file), 'utf8')).not.toMatch(/AGE-SECRET-KEY/);
    }
    expect(await decrypt(sealed)).toBe('a text');
  });

  it('opens nothing if the keychain has lost the passphrase', async () => {
    await recipient('--keychain');
    const sealed = await sealToThisMachine('a text');
    rmSync(kept, { recursive: true });
    await expect(decrypt(sealed)).rejects.toMatchObject({ code: 'keychain-silent' });
  });

  it('is reported to a browser that asks, and only while the keychain opens the identity', async () => {
    const { hello } = hostHandlers();
    expect(await hello({}), 'an older extension refuses what it does not know').not.toHaveProperty(
      'protection',
    );
    expect(await hello({ protection: true })).toMatchObject({ protection: 'none' });
    await recipient('--keychain');
    expect(await hello({ protection: true })).toMatchObject({ protection: 'keychain' });
    rmSync(kept, { recursive: true });
    await expect(hello({ protection: true })).rejects.toMatchObject({ code: 'keychain-silent' });
    expect(await hello({})).toHaveProperty('recipient');
  });

  it('is reported as a passphrase if a person knows it', async () => {
    await protectIdentity({ passphrase: 'correct horse battery staple' });
    expect(await hostHandlers().hello({ protection: true })).toMatchObject({ protection: 'passphrase' });
  });

  it('changes nothing if the keychain stores nothing, or if a passphrase is requested as well', async () => {
    await recipient();
    const before = readFileSync(join(identities(), 'current.txt'), 'utf8');
    rmSync(kept, { recursive: true });
    expect(await recipient('--keychain')).toMatchObject({ ok: false, code: 'keychain-unavailable' });
    expect(await recipient('--keychain', '--passphrase')).toMatchObject({ ok: false, code: 'usage' });
    expect(readFileSync(join(identities(), 'current.txt'), 'utf8')).toBe(before);
  });
});

const passphraseOf = async (keychain: ReturnType<typeof keychainOf>) => {
  const { passphrase, entry = '' } = await protectionByKeychain(keychain);
  for (const { args, env } of started)
    expect(JSON.stringify([args, env]), 'others can read arguments').not.toContain(passphrase);
  expect(await passphraseInKeychain(entry, keychain)).toBe(passphrase);
  return { passphrase, entry };
};
let started: Run[] = [];
beforeEach(() => {
  started = [];
});

describe('on macOS', () => {
  /** `security` as security(1) describes it: commands on standard input with `-i`, 44 where nothing is found. */
  const security = (items: Map<string, string>) => async (run: Run) => {
    started.push(run);
    const { program, args, input = '' } = run;
    expect(program).toBe('/usr/bin/security');
    const [, entry = '', passphrase = ''] =
      /^add-generic-password -a cle-en-main -s (\S+) -w (\S+)\n$/.exec(input) ?? [];
    if (args[0] === '-i') items.set(entry, passphrase);
    const found = items.get(args[4] ?? '');
    if (args[0] === 'find-generic-password')
      return { how: found ? 0 : 44, output: found ? `${found}\n` : '' };
    return { how: 0, output: '' };
  };

  it('the keychain keeps the passphrase, which is in no argument', async () => {
    const items = new Map<string, string>();
    const keychain = keychainOf('darwin', security(items));
    const { passphrase } = await passphraseOf(keychain);
    expect([...items.values()]).toEqual([passphrase]);
    expect(started.at(-1)?.args.slice(0, 4)).toEqual(['find-generic-password', '-a', 'cle-en-main', '-s']);
    items.clear();
    await expect(passphraseInKeychain('gone', keychain)).rejects.toMatchObject({ code: 'keychain-silent' });
  });
});

describe('on Windows', () => {
  /** PowerShell with `ProtectedData`: its output differs each time, and only it can decrypt it. */
  const powershell = async (run: Run) => {
    started.push(run);
    const { program, args, input = '' } = run;
    expect(program).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    expect(args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand']);
    const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
    expect(script).toContain("$ErrorActionPreference = 'Stop'");
    if (script.includes('::Protect('))
      return { how: 0, output: Buffer.from(`dpapi ${input}`).toString('base64') };
    const plain = Buffer.from(input, 'base64').toString();
    return plain.startsWith('dpapi ') ? { how: 0, output: plain.slice(6) } : { how: 1, output: '' };
  };

  it('only the passphrase encrypted by data protection is stored, beside the identity', async () => {
    const { passphrase, entry } = await passphraseOf(keychainOf('win32', powershell));
    const kept = readFileSync(join(identities(), `${entry}.dpapi`), 'utf8');
    expect(Buffer.from(kept, 'base64').toString()).toBe(`dpapi ${passphrase}`);
    expect(kept).not.toContain(passphrase);
  });

  it('is reported as silent if the file is missing or was made by another user', async () => {
    const keychain = keychainOf('win32', powershell);
    const { entry } = await passphraseOf(keychain);
    writeFileSync(join(identities(), `${entry}.dpapi`), 'AAAA');
    const silent = { code: 'keychain-silent' };
    await expect(passphraseInKeychain(entry, keychain)).rejects.toMatchObject(silent);
    rmSync(join(identities(), `${entry}.dpapi`));
    await expect(passphraseInKeychain(entry, keychain)).rejects.toMatchObject(silent);
  });

  it('is not available if PowerShell may not run', async () => {
    const keychain = keychainOf('win32', async () => ({ how: 'ENOENT', output: '' }));
    await expect(protectionByKeychain(keychain)).rejects.toMatchObject({ code: 'keychain-unavailable' });
  });
});

it('is reported as missing on a system without a known keychain', () => {
  expect(() => keychainOf('freebsd')).toThrow('keychain-unavailable');
});
