import type { Entry, Format } from '../../../configurator/formats/format.ts';
import { rewrite } from '../../../configurator/formats/rewrite.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { assignments } from './assign.ts';

export interface Circumstances {
  readonly file?: string;
  readonly dialect?: string;
  readonly optional?: boolean;
}

/** Puts values into a text as an installation does, with its check. */
export function put(
  format: Format,
  text: string,
  set: Readonly<Record<string, string>>,
  { file = 'some.file', dialect, optional = false }: Circumstances = {},
): string {
  const wanted = assignments(set).map((assignment) => ({ ...assignment, optional }));
  const { bytes } = rewrite(format, Buffer.from(text, 'utf8'), wanted, { file, dialect });
  return Buffer.from(bytes).toString('utf8');
}

export function readAll(
  format: Format,
  text: string,
  { file = 'some.file', dialect }: Circumstances = {},
): Entry[] {
  return format.read(text, { file, dialect });
}

/** The result, or `undefined` if the value was refused. */
export function unlessUnrepresentable<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'value-unrepresentable') return undefined;
    throw error;
  }
}

/** The error that a function throws; `undefined` if it succeeds. */
export function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
