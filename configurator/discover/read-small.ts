import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';

/** Larger files are no configuration. */
const largestMebibytes = 1;

/**
 * Reads a file of a tree, unless it is too large to be looked into. Without waiting in between: for tens of thousands of
 * small files the waiting costs four times the reading.
 *
 * @throws Refusal `file-unreadable`, `file-too-large`
 */
export function readSmall(root: string, file: string): Buffer {
  try {
    const descriptor = openSync(join(root, file), 'r');
    try {
      const { size } = fstatSync(descriptor);
      if (size <= largestMebibytes * 2 ** 20) return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new Refusal('file-unreadable', { file, reason: errnoOf(error) });
  }
  throw new Refusal('file-too-large', { file, limit: largestMebibytes });
}
