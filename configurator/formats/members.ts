import type { Edit } from './format.ts';
import { eolOf, lineEndAfter, startOfLine } from './lines.ts';

/** A list in brackets, `{a, b}` or `[a, b]`, in a text. */
export interface BracketList {
  /** Offset of the opening bracket. */
  readonly open: number;
  /** Offset of the closing bracket. */
  readonly close: number;
  readonly items: readonly { readonly offset: number; readonly end: number }[];
  /** Offset of a comma after the last item. */
  readonly trailingComma?: number | undefined;
}

/** How to lay out a list that shows no style of its own. */
export interface Layout {
  /** For an empty list: the indentation of its members and of the closing bracket; left out where all go on one line. */
  readonly lines?: { readonly member: string; readonly close: string } | undefined;
  /** The separator of members on one line. */
  readonly between: string;
}

/** Adds members to the end of a list, each on a line of its own where the last one is, with its indentation. */
export function addMembers(
  text: string,
  list: BracketList,
  members: readonly string[],
  layout: Layout = { between: ', ' },
): Edit[] {
  const last = list.items.at(-1);
  if (!last) return [fillEmpty(text, list, members, layout)];
  const indent = text.slice(startOfLine(text, last.offset), last.offset);
  const comma = list.trailingComma;
  if (/^[ \t]*$/.test(indent) && startOfLine(text, last.offset) > list.open) {
    return addLines(text, list, last.end, members, indent);
  }
  const between = separatorOf(text, list, layout);
  if (comma === undefined) return [insert(last.end, members.map((member) => between + member).join(''))];
  return [insert(comma + 1, members.map((member) => `${between.slice(1)}${member},`).join(''))];
}

function insert(offset: number, content: string): Edit {
  return { offset, length: 0, content };
}

/** The text between the last two items, if it is only a comma and spaces. */
function separatorOf(text: string, { items }: BracketList, layout: Layout): string {
  const [previous, last] = items.slice(-2);
  const between = previous && last ? text.slice(previous.end, last.offset) : '';
  return /^,[ \t]*$/.test(between) ? between : layout.between;
}

/** New lines go below a comment beside the last item; the comma that the item now needs goes before the comment. */
function addLines(
  text: string,
  list: BracketList,
  lastEnd: number,
  members: readonly string[],
  indent: string,
): Edit[] {
  const eol = eolOf(text);
  const comma = list.trailingComma;
  const after = comma === undefined ? lastEnd : comma + 1;
  const end = lineEndAfter(text, after);
  const beside = text.slice(after, end);
  const clear = end < list.close && beside.split('/*').length === beside.split('*/').length;
  const place = clear ? end : after;
  const lines = members.map((member) => eol + indent + member).join(',');
  if (comma !== undefined) return [insert(place, `${lines},`)];
  return place === lastEnd ? [insert(place, `,${lines}`)] : [insert(lastEnd, ','), insert(place, lines)];
}

function fillEmpty(
  text: string,
  { open, close }: BracketList,
  members: readonly string[],
  { lines, between }: Layout,
): Edit {
  const inner = text.slice(open + 1, close);
  const eol = eolOf(text);
  if (inner.includes('\n')) {
    const closeLine = startOfLine(text, close);
    const indent = lines?.member ?? `${text.slice(closeLine, close)}  `;
    return insert(
      closeLine,
      members.map((member, i) => indent + member + (i < members.length - 1 ? ',' : '') + eol).join(''),
    );
  }
  if (inner.trim() !== '') return insert(close, members.join(between));
  if (!lines) return insert(open + 1, inner + members.join(between));
  const content = members.map((member) => eol + lines.member + member).join(',') + eol + lines.close;
  return { offset: open + 1, length: inner.length, content };
}
