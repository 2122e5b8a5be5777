import { lineEnd } from '../position.ts';
import type { Container } from '../tree/tree.ts';
import { emitBlock, type Soil } from './emit.ts';
import type { Reading } from './reader.ts';
import type { Site } from './site.ts';

/** A file with nothing in it, or with comments and a `---` only, takes members below those. */
export function emptyDocument(reading: Reading, site: Site): Container {
  const { text, documents, lineAt, file } = reading;
  const offset = documents[0]?.range[1] ?? text.length;
  const line = lineAt(offset);
  const soil: Soil = { file, line, spelling: { key: 'plain', value: 'double' }, codecAt: site.scheme };
  return {
    path: site.path,
    line,
    names: new Set(),
    grow: (branch) => {
      const eol = lineEnd(text);
      const lines = emitBlock(branch, soil, '', '  ');
      const next = text[offset - 1] === '\n' || offset === 0 ? offset : text.indexOf('\n', offset) + 1;
      if (next === 0 && offset > 0) {
        return [{ offset: text.length, length: 0, content: lines.map((each) => eol + each).join('') }];
      }
      return [{ offset: next, length: 0, content: lines.map((each) => each + eol).join('') }];
    },
  };
}
