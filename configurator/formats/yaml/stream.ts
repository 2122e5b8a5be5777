import { type Document, LineCounter, type ParsedNode, parseAllDocuments } from 'yaml';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';

export interface Stream {
  readonly text: string;
  readonly documents: readonly Document.Parsed<ParsedNode>[];
  /** Line of an offset, from 1. */
  readonly lineAt: (offset: number) => number;
}

/** YAML 1.1 and 1.2 both end a line at a lone CR; the library does not, so it would read another file. */
const loneReturn = /\r(?!\n)/;

/**
 * Parses a file's documents. Every scalar stays the text that it is (`failsafe`): what a reader makes of a plain `0123`
 * depends on the reader's version of YAML, and `plain.ts` knows which texts are safe from all of them.
 *
 * @throws Refusal `file-unparsable`
 */
export function parseStream(text: string, { file }: FormatContext): Stream {
  const counter = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line);
  const lone = text.search(loneReturn);
  const parsed = parseAllDocuments(text, {
    keepSourceTokens: true,
    lineCounter: counter,
    logLevel: 'silent',
    prettyErrors: false,
    resolveKnownTags: false,
    schema: 'failsafe',
    uniqueKeys: false,
  });
  const error = parsed.flatMap(({ errors }) => errors)[0];
  const offset = lone >= 0 ? lone : error?.pos[0];
  if (offset !== undefined) {
    throw new Refusal('file-unparsable', { file, line: lineAt(offset), format: 'YAML' });
  }
  return { text, documents: parsed, lineAt };
}
