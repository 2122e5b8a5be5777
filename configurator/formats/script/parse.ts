import { type ParserPlugin, parse } from '@babel/parser';
import type { Program } from '@babel/types';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import { lineAt } from '../lines.ts';

/** How error messages call the format. */
export const title = 'JavaScript';

/** What a file's name says of its syntax: TypeScript takes away what looks like JSX. */
function pluginsFor(file: string): ParserPlugin[] {
  const [, extension = 'js'] = /\.([cm]?[jt]sx?)(?:\.\w+)?$/i.exec(file) ?? [];
  const kind = extension.toLowerCase();
  if (!kind.includes('t')) return ['jsx'];
  return kind.endsWith('x')
    ? ['typescript', 'jsx', 'decorators-legacy']
    : ['typescript', 'decorators-legacy'];
}

function sourceTypeFor(file: string): 'module' | 'unambiguous' {
  return /\.m[jt]s(?:\.\w+)?$/i.test(file) ? 'module' : 'unambiguous';
}

/**
 * Parses JavaScript or TypeScript. Module or script follows from what the text has, where the name does not say it.
 *
 * @throws Refusal `file-unparsable` with the line
 */
export function parseScript(text: string, { file }: FormatContext): Program {
  try {
    const { program } = parse(text, {
      sourceType: sourceTypeFor(file),
      plugins: pluginsFor(file),
      allowReturnOutsideFunction: true,
      attachComment: false,
    });
    return program;
  } catch (error) {
    // Nesting deeper than the stack ends in a RangeError, which has no place.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const offset = 'pos' in error ? Number(error.pos) : 0;
    throw new Refusal('file-unparsable', { file, line: lineAt(text, offset), format: title });
  }
}
