import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wayInside } from '../../../configurator/machine/inside.ts';

describe('wayInside', () => {
  it.each([
    ['/p', '/p/.env', '.env'],
    ['/p', '/p/a/b', 'a/b'],
    ['/p', '/p', ''],
    ['/p', '/p/..env', '..env'],
    ['/p', '/p/...', '...'],
    ['/p', '/p/C:/x', 'C:/x'],
    ['/', '/p', 'p'],
    ['/p', '/pq/x', undefined],
    ['/p', '/', undefined],
    ['/p/a', '/p/b', undefined],
    ['/p', '/p/../q', undefined],
  ])('on POSIX, from %s to %s: %s', (folder, path, way) => {
    expect(wayInside(folder, path, posix)).toBe(way);
  });

  it.each([
    ['C:\\p', 'C:\\p\\a\\.env', 'a/.env'],
    ['C:\\p', 'c:\\P\\.env', '.env'],
    ['C:\\p', 'C:\\p', ''],
    ['C:\\p', 'C:\\p\\..env', '..env'],
    ['C:\\', 'C:\\p', 'p'],
    ['C:\\p', 'C:\\pq\\x', undefined],
    ['C:\\p', 'C:\\', undefined],
    ['C:\\p', 'D:\\o\\.env', undefined],
    ['C:\\p', 'D:\\p\\.env', undefined],
    ['C:\\p', '\\\\server\\share\\p\\.env', undefined],
    ['C:\\p', '\\\\?\\D:\\o\\.env', undefined],
    ['\\\\server\\share\\p', '\\\\server\\share\\p\\.env', '.env'],
    ['\\\\server\\share\\p', '\\\\server\\other\\p\\.env', undefined],
    ['\\\\server\\share\\p', 'C:\\p\\.env', undefined],
  ])('on Windows, from %s to %s: %s', (folder, path, way) => {
    expect(wayInside(folder, path, win32)).toBe(way);
  });
});
