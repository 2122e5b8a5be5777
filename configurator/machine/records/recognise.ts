import { type KnownKey, type KnownKeys, keyedHash } from './known-keys.ts';

/** A key's place in a text. */
export interface Sighting {
  readonly key: KnownKey;
  /** Counted from 1. */
  readonly line: number;
  /** In the clear, or in base64: an `Authorization` header, a Secret of Kubernetes. */
  readonly as: 'plain' | 'base64';
}

type Place = Omit<Sighting, 'line'> & { readonly at: number };

/** Finds known keys in a text, each once a line. */
export type Recognise = (text: string) => Sighting[];

/** Tells a key and the offset where it begins. */
type Found = (key: KnownKey, at: number) => void;

/** How much longer than a key a run may be: `n` of `\n`, `u0022` and `20` of `%20` stick to what they stand beside. */
const sticking = 8;

const base64Runs = /[A-Za-z0-9+/_-]{16,}/g;

/**
 * Makes what finds known keys. Only runs of letters and digits about as long as a known key's are hashed and compared:
 * the rest of a text costs a regular expression.
 */
export function recogniser(known: KnownKeys): Recognise {
  const lengths = [...new Set(known.keys.map(({ run }) => run.length))];
  if (lengths.length === 0) return () => [];
  const inPlain = plainSearch(known, lengths);
  const search = (text: string) => {
    const found: Place[] = [];
    inPlain(text, (key, at) => found.push({ key, at, as: 'plain' }));
    inBase64(text, inPlain, (key, at) => found.push({ key, at, as: 'base64' }));
    return withLines(text, found);
  };
  return (text) => {
    // UTF-16, as Windows' PowerShell writes it, has a NUL beside each of these characters.
    const narrow = text.includes('\0') ? search(text.replaceAll('\0', '')) : [];
    return onceALine([...search(text), ...narrow]);
  };
}

function onceALine(sightings: readonly Sighting[]): Sighting[] {
  const seen = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const { key, line } = sighting;
    const place = `${line} ${key.fingerprint} ${key.environment}`;
    if (!seen.has(place)) seen.set(place, sighting);
  }
  return [...seen.values()];
}

function plainSearch({ keys, secret }: KnownKeys, lengths: readonly number[]) {
  const byRun = new Map<string, KnownKey[]>();
  for (const key of keys) byRun.set(key.run.hmac, [...(byRun.get(key.run.hmac) ?? []), key]);
  const runs = new RegExp(`[A-Za-z0-9]{${Math.min(...lengths)},}`, 'g');
  /** A key that is more than its longest run is compared as a whole. */
  const isWhole = (text: string, at: number, { run, length, hmac }: KnownKey) =>
    length === run.length || (at >= 0 && keyedHash(text.slice(at, at + length), secret) === hmac);
  return (text: string, found: Found): void => {
    for (const { 0: run, index } of text.matchAll(runs)) {
      for (const [at, length] of windows(run.length, lengths)) {
        const hash = keyedHash(run.slice(at, at + length), secret);
        for (const key of byRun.get(hash) ?? []) {
          const begin = index + at - key.run.at;
          if (isWhole(text, begin, key)) found(key, begin);
        }
      }
    }
  };
}

/** Every part of a run that may be a known key's: where it begins and its length. */
function windows(run: number, lengths: readonly number[]): [at: number, length: number][] {
  return lengths
    .filter((length) => length <= run && run <= length + sticking)
    .flatMap((length) => Array.from({ length: run - length + 1 }, (_, at): [number, number] => [at, length]));
}

/** Looks into what may be base64, wherever in its run it begins: a `/` or a `20` before it belongs to the alphabet. */
function inBase64(text: string, search: (text: string, found: Found) => void, found: Found): void {
  for (const { 0: run, index } of text.matchAll(base64Runs)) {
    for (const start of [0, 1, 2, 3]) {
      const decoded = Buffer.from(run.slice(start), 'base64').toString('latin1');
      search(decoded, (key, at) => found(key, index + start + Math.floor((at * 4) / 3)));
    }
  }
}

/** Counts lines once for all, in the order of the text. */
function withLines(text: string, places: readonly Place[]): Sighting[] {
  let line = 1;
  let counted = 0;
  return places
    .toSorted((a, b) => a.at - b.at)
    .map(({ key, as, at }) => {
      for (let end = text.indexOf('\n', counted); end !== -1 && end < at; end = text.indexOf('\n', counted)) {
        line++;
        counted = end + 1;
      }
      return { key, line, as };
    });
}
