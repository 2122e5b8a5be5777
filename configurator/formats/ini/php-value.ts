/** The range of a value on its line, blanks and a comment left out. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Measures the value that begins behind a separator, as PHP does: a semicolon ends it, but not in quotes.
 *
 * @returns `undefined` where a quote stays open, or a dollar sign takes what ends the value: it then goes on over the
 *   lines below, for some of PHP's modes
 */
export function measure(text: string, from: number, lineEnd: number): Range | undefined {
  let at = from;
  while (at < lineEnd && text[at] !== ';') {
    const quote = text[at];
    if (quote === '"' || quote === "'") {
      const closing = closingQuote(text, at, lineEnd);
      if (closing === undefined) return undefined;
      at = closing;
    }
    if (quote === '$' && !isHarmlessDollar(text.slice(at, lineEnd))) return undefined;
    at++;
  }
  const source = text.slice(from, at);
  const start = from + (source.length - source.trimStart().length);
  return { start, end: Math.max(start, from + source.trimEnd().length) };
}

/** A backslash keeps a double quote from closing, however many stand there, unless the line ends behind the quote. */
function closingQuote(text: string, open: number, lineEnd: number): number | undefined {
  const quote = text[open] ?? '';
  for (let at = text.indexOf(quote, open + 1); at !== -1 && at < lineEnd; at = text.indexOf(quote, at + 1)) {
    if (quote === "'" || text[at - 1] !== '\\' || at + 1 === lineEnd) return at;
  }
  return undefined;
}

/** Without quotes, a dollar sign takes the character behind it, whatever that is. */
function isHarmlessDollar(source: string): boolean {
  return /^\$(?:\{[^{}"';]*\}|[^{\s;\\"'])/.test(source);
}
