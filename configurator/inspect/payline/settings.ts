import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { PointOfSale as NamedPointOfSale } from '../../../shared/wire.ts';

interface Contract {
  readonly number: string;
  readonly label: string;
}

export interface PointOfSale {
  readonly label: string;
  readonly contracts: readonly Contract[];
}

/** The part of a merchant's settings that we read: a few names. */
interface Settings {
  readonly code: string;
  readonly pointsOfSale: readonly PointOfSale[];
}

interface Node {
  readonly name: string;
  readonly children: Node[];
  text: string;
}

const longestName = 80;

/**
 * Reads the answer to `getMerchantSettings`. A document type is refused, so no custom entity is ever expanded.
 *
 * @returns `undefined` where it is not such an answer
 */
export function readSettings(text: string): Settings | undefined {
  const response = bodyOf(parse(text))?.children.find(({ name }) => name === 'getMerchantSettingsResponse');
  const code = response && textAt(response, 'result', 'code');
  if (!response || !code || !/^[0-9A-Z]{5}$/.test(code)) return undefined;
  const pointsOfSale = all(response, 'listPointOfSell', 'pointOfSell').map((point) => ({
    label: textAt(point, 'label'),
    contracts: all(point, 'contracts', 'contract').map((contract) => ({
      number: textAt(contract, 'contractNumber'),
      label: textAt(contract, 'label'),
    })),
  }));
  return { code, pointsOfSale };
}

function bodyOf(root: Node | undefined): Node | undefined {
  return root?.name === 'Envelope' ? root.children.find(({ name }) => name === 'Body') : undefined;
}

function all(node: Node, ...path: readonly string[]): Node[] {
  return path.reduce<Node[]>(
    (nodes, wanted) => nodes.flatMap(({ children }) => children.filter(({ name }) => name === wanted)),
    [node],
  );
}

/** The text at a path, without characters that could control a terminal. */
function textAt(node: Node, ...path: readonly string[]): string {
  const text = all(node, ...path)[0]?.text ?? '';
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestName);
}

/** @returns `undefined` where it is not XML that we accept */
function parse(text: string): Node | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const top: Node = { name: '', children: [], text: '' };
  const open = [top];
  let sound = true;
  const unsound = () => {
    sound = false;
  };
  const addText = (more: string) => {
    const node = open.at(-1);
    if (node) node.text += more;
  };
  parser.on('error', unsound);
  parser.on('doctype', unsound);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ local }: SaxesTagNS) => {
    const node: Node = { name: local, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return sound ? top.children[0] : undefined;
}

/** A longer list would push more important lines out of sight. */
const mostContracts = 12;

/** The names of a point of sale's first contracts. */
export function nameContracts({ label, contracts }: PointOfSale): NamedPointOfSale {
  const named = contracts.slice(0, mostContracts).map((each) => `${each.number} ${each.label}`.trim());
  return { label, contracts: named, more: contracts.length - named.length };
}
