import { above, matches, queryAll } from './dom.ts';

/** What only the page itself holds, and no box that lies over it. */
const landmarks = 'main, nav, [role=main], [role=navigation], [role=banner]';

/** Says whether an element is a page, or a part of one with a menu, rather than a box in it. */
export const isPage = (element: Element): boolean =>
  matches(element, `html, body, ${landmarks}`) || queryAll(element, landmarks).length > 0;

/** Finds the box around an element that lies over the page, by how it is placed: any framework has to place it so. */
export function overlayAround(element: Element): Element | undefined {
  for (let at: Element | null = element; at && !matches(at, 'html, body'); at = above(at)) {
    if (liesOver(at)) return isPage(at) ? undefined : at;
  }
  return undefined;
}

function liesOver(element: Element): boolean {
  if (matches(element, '[popover]')) return true;
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'absolute';
}
