import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  attributesOf,
  mountPoints,
  refuseMountPoints,
} from '../../../../configurator/install/targets/attributes.ts';
import { resolveTarget, takeSnapshot } from '../../../../configurator/install/targets/snapshot.ts';
import { canary } from '../../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  box.put('.env', 'KEY=\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const at = (file: string) => join(box.project, file);
const snapshot = async (file: string) => takeSnapshot(at(file), file);
const resolved = async (file: string) => resolveTarget(box.project, file);
const refuseMounted = async (file: string) => refuseMountPoints([{ path: at(file), file }]);
const python = (code: string, ...args: string[]) =>
  spawnSync('python3', ['-c', code, ...args], { encoding: 'utf8' });

/** The refusal of an installation into a file. */
async function codeOfApply(file: string): Promise<unknown> {
  const set = '{ KEY: accessKey }';
  box.put(
    'cle.config.yaml',
    `version: 1\nenvironments: { homologation: [{ file: ${file}, format: env, set: ${set} }] }\n`,
  );
  const words = ['apply', '-', '--yes', '--json', '--project', box.project];
  return jsonOf(await box.cle(words, { input: keyJson(canary) }))['code'];
}

describe('resolveTarget', () => {
  it('follows a symbolic link inside the project', async () => {
    symlinkSync('.env', at('link'));
    expect(await resolved('link')).toBe(at('.env'));
  });

  it('refuses a link that leads out of the project, of the file or of a folder above it', async () => {
    mkdirSync(join(box.root, 'other'));
    writeFileSync(join(box.root, 'other', '.env'), 'KEY=\n');
    symlinkSync('../other/.env', at('file'));
    symlinkSync('../other', at('folder'));
    for (const file of ['file', 'folder/.env']) {
      await expect(resolved(file)).rejects.toMatchObject({
        code: 'path-outside-project',
        params: { file },
      });
    }
  });

  it('does not mistake a sibling folder whose name begins like the project’s for the project', async () => {
    mkdirSync(`${box.project}-2`);
    writeFileSync(`${box.project}-2/.env`, '');
    symlinkSync('../shop-2/.env', at('file'));
    await expect(resolved('file')).rejects.toMatchObject({ code: 'path-outside-project' });
  });

  it('refuses a missing file', async () => {
    await expect(resolved('none')).rejects.toMatchObject({ code: 'file-missing' });
    await expect(resolved('.env/none')).rejects.toMatchObject({ code: 'file-missing' });
  });
});

describe('takeSnapshot', () => {
  it('refuses a folder, a named pipe and a symbolic link, without blocking on any', async () => {
    mkdirSync(at('folder'));
    spawnSync('mkfifo', [at('pipe')]);
    symlinkSync('.env', at('link'));
    for (const file of ['folder', 'pipe', 'link']) {
      await expect(snapshot(file), file).rejects.toMatchObject({
        code: 'file-not-regular',
        params: { file },
      });
    }
  });

  it('refuses a hard-linked file: the other name would keep the old key', async () => {
    linkSync(at('.env'), at('second'));
    await expect(snapshot('.env')).rejects.toMatchObject({ code: 'file-hard-linked' });
  });

  it('refuses a file that its owner made read-only, for root as well', async () => {
    box.put('.env', 'KEY=\n', 0o400);
    await expect(snapshot('.env')).rejects.toMatchObject({ code: 'file-read-only' });
  });

  it('refuses a file of more than 16 MiB', async () => {
    box.put('large.env', 'x'.repeat(16 * 2 ** 20 + 1));
    await expect(snapshot('large.env')).rejects.toMatchObject({ code: 'file-too-large' });
  });
});

describe('attributesOf', () => {
  const noAttributes = 'set TMPDIR to a folder whose file system keeps extended attributes and access rules';
  const filesOf = (file: string) => ({ files: [{ path: at(file), file }], dir: '/nowhere' });
  const codes = (...files: string[]) => attributesOf(files.map(filesOf)).map((refusal) => refusal?.code);
  const setAttribute = 'import os,sys; os.setxattr(sys.argv[1], sys.argv[2], bytes.fromhex(sys.argv[3]))';
  // Version 2 of the kernel's format: rw for the owner, r for user 1000, none for others.
  const rules =
    '02000000 01000600ffffffff 02000400e8030000 04000400ffffffff 10000400ffffffff 20000000ffffffff'.replaceAll(
      ' ',
      '',
    );
  const marked: [string, string, string, string][] = [
    ['an extended attribute', 'a b.env', 'user.note', '76'],
    ['access rules', 'é.env', 'system.posix_acl_access', rules],
    ['default rules of its folder', 'conf', 'system.posix_acl_default', rules],
  ];

  it.each(marked)('refuses a file with %s', async (_, name, attribute, value) => {
    const file = name === 'conf' ? 'conf/.env' : name;
    box.put(file, 'KEY=\n');
    box.put('other.env', 'KEY=\n');
    expect(codes(file, 'other.env')).toEqual([undefined, undefined]);
    const { status, stderr } = python(setAttribute, at(name), attribute, value);
    expect(status, stderr + noAttributes).toBe(0);
    expect(codes('other.env', file, 'gone.env')).toEqual([undefined, 'file-attributes', undefined]);
    expect(attributesOf([filesOf(file)])).toMatchObject([{ code: 'file-attributes', params: { file } }]);
    expect(await codeOfApply(file)).toBe('file-attributes');
  });

  it('accepts a file in a folder whose rules are not inherited by new files', async () => {
    box.put('conf/.env', 'KEY=\n');
    const { status, stderr } = python(
      setAttribute,
      at('conf'),
      'system.posix_acl_access',
      rules.replace('0600', '0700'),
    );
    expect(status, stderr + noAttributes).toBe(0);
    expect(codes('conf/.env')).toEqual([undefined]);
  });

  it('refuses nothing if tar does not support these options', () => {
    vi.stubEnv('PATH', box.root);
    expect(codes('.env')).toEqual([undefined]);
  });
});

describe('refuseMountPoints', () => {
  it('reads the mounts of proc(5), with spaces and backslashes', () => {
    const text =
      '36 35 98:0 / /srv/a\\040b\\134c/.env rw - ext4 /dev/sda rw\n37 35 98:0 / / rw - ext4 /dev/sda rw\n';
    expect(mountPoints(text)).toContain('/srv/a b\\c/.env');
  });

  it('refuses a file on which another is mounted', async () => {
    box.put('mounted', 'KEY=\n');
    const { status, stderr } = spawnSync('mount', ['--bind', at('.env'), at('mounted')], {
      encoding: 'utf8',
    });
    expect(status, `${stderr}only a user who may mount can bring this about; run the tests as root`).toBe(0);
    try {
      await expect(refuseMounted('mounted')).rejects.toMatchObject({
        code: 'file-mounted',
        params: { file: 'mounted' },
      });
      expect(await codeOfApply('mounted')).toBe('file-mounted');
      await expect(refuseMounted('.env')).resolves.toBeUndefined();
    } finally {
      spawnSync('umount', [at('mounted')]);
    }
  });
});
