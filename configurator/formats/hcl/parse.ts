import { Refusal } from '../../../shared/refusal.ts';
import { lineAt } from '../lines.ts';

interface Range {
  readonly offset: number;
  readonly end: number;
}

/** A value in the text. */
export type Value = Range &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'word'; readonly word: string }
    | { readonly kind: 'object'; readonly members: readonly Member[] }
    | { readonly kind: 'tuple'; readonly items: readonly Value[] }
    /** A here-document, a template with interpolation, or any other expression. */
    | { readonly kind: 'computed' }
  );

/** `name = value`; the range covers both. */
export interface Member extends Range {
  readonly name: string;
  readonly value: Value;
  /** Offset of the comma that follows. */
  readonly comma: number | undefined;
}

const spaces = /(?:[ \t]|\r(?=\n)|\/\*[\s\S]*?\*\/)*/y;
const space = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const word = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|(?:true|false|null)(?![\p{ID_Continue}-])/uy;
const hereDocument = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[^\S\n]*\n/uy;
const escapeSequence = /\\(?:([nrt"\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/y;
const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What may follow a value: the end of the line, a comma, a bracket. */
const ends = {
  body: /(?=[\r\n#]|\/\/|$)/y,
  object: /(?=[\r\n#,}]|\/\/|$)/y,
  tuple: /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*(?=[,\]])/y,
} as const;

/** Deeper than any configuration, and less than what recursion can handle. */
const deepest = 200;

/**
 * Parses the attributes of a file in HCL's native syntax, as
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md has it. Blocks are skipped.
 *
 * @throws Refusal `file-unparsable`
 */
export function parseHcl(text: string, file: string): Member[] {
  return new Parser(text, file).body();
}

class Parser {
  readonly #text: string;
  readonly #file: string;
  #at = 0;
  #depth = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  body(): Member[] {
    const members: Member[] = [];
    for (this.#skip(space); this.#at < this.#text.length; this.#skip(space)) {
      const offset = this.#at;
      const name = this.#match(identifier) ?? this.#fail();
      this.#skip(spaces);
      if (this.#match(/=(?!=)/y) === undefined) {
        this.#block();
        continue;
      }
      const value = this.#value('body');
      members.push({ name, value, offset, end: value.end, comma: undefined });
    }
    return members;
  }

  #block(): void {
    while (this.#text[this.#at] !== '{') {
      if (this.#text[this.#at] === '"') this.#string();
      else if (this.#match(identifier) === undefined) this.#fail();
      this.#skip(spaces);
    }
    this.#brackets();
  }

  #value(within: keyof typeof ends): Value {
    if (++this.#depth > deepest) this.#fail();
    this.#skip(within === 'tuple' ? space : spaces);
    const offset = this.#at;
    const value = this.#simple();
    const end = this.#at;
    if (value) this.#skip(spaces);
    const whole = value && this.#match(ends[within]) !== undefined;
    if (!whole) this.#expression(offset, within);
    this.#depth--;
    return whole ? { ...value, offset, end } : { kind: 'computed', offset, end: this.#at };
  }

  /** A literal value, if one begins here; what follows may still make it part of an expression. */
  #simple() {
    const first = this.#text[this.#at];
    if (first === '"') {
      const text = this.#string();
      return text === undefined ? { kind: 'computed' as const } : { kind: 'text' as const, text };
    }
    if (first === '<') return this.#hereDocument() ? { kind: 'computed' as const } : undefined;
    if (this.#match(/[{[]\s*for(?=\s)/y) !== undefined) return undefined;
    if (first === '{') return { kind: 'object' as const, members: this.#members() };
    if (first === '[') return { kind: 'tuple' as const, items: this.#items() };
    const found = this.#match(word);
    return found === undefined ? undefined : { kind: 'word' as const, word: found };
  }

  #members(): Member[] {
    const members: Member[] = [];
    this.#at++;
    for (this.#skip(space); this.#match(/\}/y) === undefined; this.#skip(space)) {
      const offset = this.#at;
      const name = this.#text[offset] === '"' ? this.#string() : this.#match(identifier);
      this.#skip(spaces);
      if (name === undefined || this.#match(/[=:]/y) === undefined) this.#fail();
      const value = this.#value('object');
      this.#skip(spaces);
      const comma = this.#match(/,/y) === undefined ? undefined : this.#at - 1;
      members.push({ name: name ?? '', value, offset, end: value.end, comma });
      if (comma === undefined && this.#match(/(?=[\r\n#}]|\/\/)/y) === undefined) this.#fail();
    }
    return members;
  }

  #items(): Value[] {
    const items: Value[] = [];
    this.#at++;
    for (this.#skip(space); this.#match(/\]/y) === undefined; this.#skip(space)) {
      items.push(this.#value('tuple'));
      this.#skip(space);
      if (this.#match(/,|(?=\])/y) === undefined) this.#fail();
    }
    return items;
  }

  /** Skips the rest of an expression. */
  #expression(offset: number, within: keyof typeof ends): void {
    this.#at = offset;
    for (this.#skip(spaces); this.#match(ends[within]) === undefined; this.#skip(spaces)) {
      if (this.#match(/(?=[)\]},;'`\\@])/y) !== undefined) this.#fail();
      this.#token();
    }
    if (this.#at === offset) this.#fail();
  }

  /** Skips up to the closing bracket. */
  #brackets(): void {
    if (++this.#depth > deepest) this.#fail();
    this.#at++;
    for (this.#skip(space); this.#match(/[)\]}]/y) === undefined; this.#skip(space)) this.#token();
    this.#depth--;
  }

  #token(): void {
    const sign = this.#text[this.#at];
    if (sign === undefined) this.#fail();
    else if (sign === '"') this.#string();
    else if ('([{'.includes(sign)) this.#brackets();
    else if (sign !== '<' || !this.#hereDocument()) this.#at++;
  }

  #hereDocument(): boolean {
    const [, name = ''] = this.#exec(hereDocument) ?? [];
    if (name === '') return false;
    const close = this.#exec(new RegExp(`(?:[^\\n]*\\n)*?[ \\t]*${name}[ \\t\\r]*(?=\\n|$)`, 'uy'));
    if (!close) this.#fail();
    return true;
  }

  /** @returns the text of a string; `undefined` where it has interpolation */
  #string(): string | undefined {
    let text: string | undefined = '';
    this.#at++;
    while (this.#match(/"/y) === undefined) {
      const plain = this.#match(/(?:[^"\\\r\n$%]|[$%](?!\{)(?![$%]\{))+/y) ?? this.#special();
      text = text === undefined || plain === undefined ? undefined : text + plain;
    }
    return text?.normalize('NFC');
  }

  /** @returns what an escape stands for; `undefined` for `${…}` and `%{…}` */
  #special(): string | undefined {
    const doubled = this.#match(/\$\$\{|%%\{/y);
    if (doubled !== undefined) return doubled.slice(1);
    if (/[$%]/.test(this.#text[this.#at] ?? '')) {
      this.#at++;
      this.#brackets();
      return undefined;
    }
    const [found, letter = '', short, long] = this.#exec(escapeSequence) ?? [];
    const code = Number.parseInt(short ?? long ?? '0', 16);
    if (found === undefined || code > 0x10ffff) this.#fail();
    return letter === '' ? String.fromCodePoint(code) : (escaped[letter] ?? letter);
  }

  #exec(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? undefined;
    this.#at += found?.[0].length ?? 0;
    return found;
  }

  #match(pattern: RegExp): string | undefined {
    return this.#exec(pattern)?.[0];
  }

  #skip(pattern: RegExp): void {
    this.#exec(pattern);
  }

  #fail(): never {
    const line = lineAt(this.#text, Math.min(this.#at, this.#text.length));
    throw new Refusal('file-unparsable', { file: this.#file, line, format: 'HCL' });
  }
}
