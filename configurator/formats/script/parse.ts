import { type ParserPlugin, parse } from '@babel/parser';
import type { Program } from '@babel/types';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import { lineAt } from '../lines.ts';

/** The format in error messages. */
export const title = 'JavaScript';

/** Parser plugins by file name: TypeScript and JSX exclude each other except in `.tsx`. */
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
 * Parses JavaScript or TypeScript. Where the name does not tell whether it is a module or a script, the text does.
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
    // Nesting deeper than the stack throws a RangeError, which has no offset.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const offset = 'pos' in error ? Number(error.pos) : 0;
    throw new Refusal('file-unparsable', { file, line: lineAt(text, offset), format: title });
  }
}
