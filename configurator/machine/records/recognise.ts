import { type KnownKey, type KnownKeys, keyedHash } from './known-keys.ts';

/** A key's place in a text. */
export interface Sighting {
  readonly key: KnownKey;
  /** Counted from 1. */
  readonly line: number;
  /** In clear, or in base64 as in an `Authorization` header or a Kubernetes Secret. */
  readonly as: 'plain' | 'base64';
}

/** Finds known keys in bytes, each at most once per line. */
export type Recognise = (bytes: Uint8Array) => Sighting[];

// The mask gives the last three characters of each key. Three characters of base64's alphabet are 18 bits, and so is what
// the last three become in base64, wherever in a group they begin. So one table of 18-bit entries tells for each position
// whether a key may end there, for any number of keys; only there is anything hashed.

const bits = 18;
const bitMask = 2 ** bits - 1;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The six bits of a character in either alphabet of base64; arbitrary bits for other characters. */
const sixBits = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code).replace('-', '+').replace('_', '/');
  return alphabet.includes(character) ? alphabet.indexOf(character) : code & 63;
});

/** How a key may end at a position: in clear, or in base64 at an offset into a group. */
interface Form {
  readonly as: Sighting['as'];
  /** Offset of the first of the three characters in its group of four. */
  readonly character: number;
  /** Offset of the first of the key's last three bytes in its group of three. */
  readonly byte: number;
}

const plain: Form = { as: 'plain', character: 0, byte: 0 };
const aligned: readonly (Form & { readonly shift: number })[] = [
  { as: 'base64', character: 0, byte: 0, shift: 6 },
  { as: 'base64', character: 2, byte: 1, shift: 2 },
  { as: 'base64', character: 3, byte: 2, shift: 4 },
];

interface Candidate {
  readonly key: KnownKey;
  readonly form: Form;
}

/** The keys and forms that may end in each value of the 18 bits. */
function candidatesOf(keys: readonly KnownKey[]): Map<number, Candidate[]> {
  const candidates = new Map<number, Candidate[]>();
  const add = (at: number, candidate: Candidate) =>
    candidates.set(at, [...(candidates.get(at) ?? []), candidate]);
  for (const key of keys) {
    const ending = Buffer.from(endOf(key), 'latin1');
    const whole = ending.readUIntBE(0, 3);
    add(
      ending.reduce((sum, code) => (sum << 6) | (sixBits[code] ?? 0), 0),
      { key, form: plain },
    );
    for (const form of aligned) add((whole >> form.shift) & bitMask, { key, form });
  }
  return candidates;
}

function endOf({ masked }: KnownKey): string {
  return masked.slice(-3);
}

/** Which bytes may be part of a key, in clear or in base64; NUL is one because of UTF-16. */
function partsOf(keys: readonly KnownKey[]): Uint8Array {
  const isUsual = keys.every(({ run, length }) => run.length === length);
  const parts = isUsual ? /[A-Za-z0-9+/_\0-]/ : /[!-~\0]/;
  return Uint8Array.from({ length: 256 }, (_, code) => Number(parts.test(String.fromCharCode(code))));
}

/**
 * Builds a search for known keys: in clear, in base64, and either of them in UTF-16, as Windows' PowerShell writes it, with
 * a NUL beside each character. Keys of fewer than three characters are not found.
 */
export function recogniser(known: KnownKeys): Recognise {
  const keys = known.keys.filter(({ length }) => length >= 3);
  if (keys.length === 0) return () => [];
  const candidates = candidatesOf(keys);
  const isCandidate = new Uint8Array(2 ** bits);
  for (const at of candidates.keys()) isCandidate[at] = 1;
  const lengths = keys.map(({ length }) => length);
  const [isPart, shortest, longest] = [partsOf(keys), Math.min(...lengths), Math.max(...lengths)];
  return (given) => {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.length);
    const found: Found[] = [];
    for (let run = nextRun(bytes, 0, isPart, shortest); run !== -1; ) {
      let last = 0;
      let at = run;
      for (; at < bytes.length; at++) {
        const code = bytes[at] as number;
        if (isPart[code] === 0) break;
        if (code === 0) continue;
        last = ((last << 6) | (sixBits[code] as number)) & bitMask;
        if (isCandidate[last] === 0 || at - run < shortest - 1) continue;
        const window = windowAt(bytes, run, at, longest);
        for (const { key, form } of candidates.get(last) ?? []) {
          if (endsIn(window, key, form, known.secret)) found.push({ key, at, as: form.as });
        }
      }
      run = nextRun(bytes, at, isPart, shortest);
    }
    return oncePerLine(bytes, found);
  };
}

/**
 * The start of the next `length` bytes that may all be part of a key; -1 where there are none. Reads few bytes: it looks
 * backwards from the last one, and skips to behind the first that cannot be part of a key.
 */
function nextRun(bytes: Uint8Array, from: number, isPart: Uint8Array, length: number): number {
  const last = bytes.length - length;
  for (let start = from; start <= last; ) {
    let at = start + length - 1;
    while (at >= start && isPart[bytes[at] as number] !== 0) at--;
    if (at < start) return start;
    start = at + 1;
  }
  return -1;
}

/** Some text around the end of what may be a key, without NULs. */
interface Window {
  readonly text: string;
  /** The offset at which the three characters end. */
  readonly end: number;
}

function windowAt(bytes: Buffer, run: number, at: number, longest: number): Window {
  const begin = Math.max(run, at + 1 - 2 * (Math.ceil(longest / 3) * 4 + 8));
  const [before, after] = [
    bytes.toString('latin1', begin, at + 1),
    bytes.toString('latin1', at + 1, at + 17),
  ];
  if (!before.includes('\0')) return { text: before + after, end: before.length };
  const narrow = before.replaceAll('\0', '');
  return { text: narrow + after.replaceAll('\0', ''), end: narrow.length };
}

/** Whether the key ends at the window's `end`, in this form. */
function endsIn({ text, end }: Window, key: KnownKey, form: Form, secret: string): boolean {
  const value =
    form.as === 'plain' ? text.slice(Math.max(0, end - key.length), end) : decoded(text, end, key, form);
  return value.length === key.length && value.endsWith(endOf(key)) && keyedHash(value, secret) === key.hmac;
}

/** Decodes base64 up to the key's end, to the key's length; groups are counted back from the one in which it ends. */
function decoded(text: string, end: number, { length }: KnownKey, { character, byte }: Form): string {
  const group = end - 3 - character;
  if (group < 0) return '';
  const longest = Math.ceil(length / 3) * 4;
  const before = runBefore.exec(text.slice(Math.max(0, group - longest), group))?.[0].length ?? 0;
  const groups = Math.floor(before / 4);
  const run = runAfter.exec(text.slice(group, group + 8))?.[0] ?? '';
  const all = Buffer.from(text.slice(group - groups * 4, group) + run, 'base64').toString('latin1');
  const last = groups * 3 + byte + 3;
  return all.slice(Math.max(0, last - length), last);
}

const runBefore = /[A-Za-z0-9+/_-]*$/;
const runAfter = /^[A-Za-z0-9+/_-]*/;

interface Found extends Omit<Sighting, 'line'> {
  readonly at: number;
}

/** Keeps each key once per line. Counts lines in one pass, as `found` is in the order of the bytes. */
function oncePerLine(bytes: Uint8Array, found: readonly Found[]): Sighting[] {
  const seen = new Map<string, Sighting>();
  let line = 1;
  let counted = 0;
  for (const { key, as, at } of found) {
    for (let end = bytes.indexOf(10, counted); end !== -1 && end < at; end = bytes.indexOf(10, counted)) {
      line++;
      counted = end + 1;
    }
    const place = `${line} ${key.fingerprint} ${key.environment}`;
    if (!seen.has(place)) seen.set(place, { key, line, as });
  }
  return [...seen.values()];
}
