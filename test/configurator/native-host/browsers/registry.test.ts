import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Run } from '../../../../configurator/machine/programs.ts';
import { windowsRegistry } from '../../../../configurator/native-host/browsers/this-machine.ts';

let folder: string;
let started: Run[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cle-registry-'));
  started = [];
  vi.stubEnv('SystemRoot', 'C:\\Windows');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const key = 'Software\\Google\\Chrome\\NativeMessagingHosts\\cle_en_main';
const value = 'C:\\Users\\Hélène\\"œ✓"\\cle_en_main.json';

/** As `reg.exe export` writes it, by Microsoft's page on .reg files: UTF-16LE with a byte order mark. */
const exported = (place: string, line: string) =>
  `\ufeffWindows Registry Editor Version 5.00\r\n\r\n[${place}]\r\n${line}\r\n"other"="x"\r\n\r\n[${place}\\below]\r\n@="below"\r\n\r\n`;

function registry(text: string | undefined, root = '') {
  const start = async (run: Run) => {
    started.push(run);
    const [command, , file = ''] = run.args;
    if (command === 'export' && text !== undefined) writeFileSync(file, Buffer.from(text, 'utf16le'));
    return { how: text === undefined ? 1 : 0, output: '' };
  };
  return windowsRegistry({ start, folder: () => folder }, root);
}

const line = `@="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

it('reads a value with any letter, of exactly that key, and leaves no file behind', async () => {
  expect(await registry(exported(`HKEY_CURRENT_USER\\${key}`, line)).read(key)).toBe(value);
  expect(await registry(exported(`HKEY_CURRENT_USER\\${key}`, '"a"="b"')).read(key)).toBeUndefined();
  expect(await registry(exported(`HKEY_CURRENT_USER\\${key}`, '@=dword:1')).read(key)).toBeUndefined();
  expect(await registry(undefined).read(key)).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
  for (const { program } of started) expect(program).toBe('C:\\Windows\\System32\\reg.exe');
});

it('stays below the given key', async () => {
  const own = registry(exported(`HKEY_CURRENT_USER\\Software\\of tests\\${key}`, line), 'Software\\of tests');
  expect(await own.read(key)).toBe(value);
  await own.write(key, value);
  await own.remove(key);
  for (const { args } of started) expect(args[1]).toBe(`HKEY_CURRENT_USER\\Software\\of tests\\${key}`);
  expect(started[1]?.args).toEqual([
    'add',
    `HKEY_CURRENT_USER\\Software\\of tests\\${key}`,
    '/ve',
    '/t',
    'REG_SZ',
    '/d',
    value,
    '/f',
  ]);
});

it('reports that it could not change a key by its own error code', async () => {
  await expect(registry(undefined).write(key, value)).rejects.toMatchObject({ code: 'EREGISTRY' });
});
