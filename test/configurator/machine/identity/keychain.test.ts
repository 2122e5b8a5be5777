import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decrypt } from '../../../../configurator/machine/sealed/open.ts';
import { sealToThisMachine } from '../../../../configurator/machine/sealed/seal.ts';
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
  it('seals the identity to a passphrase that the keychain alone has; it opens without a question', async () => {
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

  it('goes on being so after a rotation, and opens what was sealed before it', async () => {
    await recipient('--keychain');
    const sealed = await sealToThisMachine('a text');
    expect(await recipient('--rotate')).toMatchObject({ ok: true });
    expect(readdirSync(kept)).toHaveLength(2);
    for (const file of readdirSync(identities())) {
      expect(readFileSync(join(identities(), file), 'utf8')).not.toMatch(/AGE-SECRET-KEY/);
    }
    expect(await decrypt(sealed)).toBe('a text');
  });

  it('opens nothing where the keychain has lost it', async () => {
    await recipient('--keychain');
    const sealed = await sealToThisMachine('a text');
    rmSync(kept, { recursive: true });
    await expect(decrypt(sealed)).rejects.toMatchObject({ code: 'keychain-silent' });
  });

  it('changes nothing where the keychain keeps nothing, or is asked for beside a passphrase', async () => {
    await recipient();
    const before = readFileSync(join(identities(), 'current.txt'), 'utf8');
    rmSync(kept, { recursive: true });
    expect(await recipient('--keychain')).toMatchObject({ ok: false, code: 'keychain-unavailable' });
    expect(await recipient('--keychain', '--passphrase')).toMatchObject({ ok: false, code: 'usage' });
    expect(readFileSync(join(identities(), 'current.txt'), 'utf8')).toBe(before);
  });
});
