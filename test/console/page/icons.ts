const shapes = {
  add: 'M19 13h-6v6h-2v-6H5v-2h6V5h2v6h6z',
  copy: 'M16 1H4a2 2 0 0 0-2 2v14h2V3h12zm3 4H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m0 16H8V7h11z',
  done: 'm9 16.2-4.2-4.2-1.4 1.4L9 19 21 7l-1.4-1.4z',
  previous: 'm15.4 7.4-1.4-1.4-6 6 6 6 1.4-1.4-4.6-4.6z',
  next: 'm8.6 16.6 4.6-4.6-4.6-4.6L10 6l6 6-6 6z',
} as const;

const svg = 'http://www.w3.org/2000/svg';

/** Draws an icon as Angular Material does an SVG one; it is hidden from screen readers. */
export function icon(name: keyof typeof shapes): HTMLElement {
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', shapes[name]);
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.append(path);
  const host = document.createElement('mat-icon');
  host.setAttribute('aria-hidden', 'true');
  host.append(drawing);
  return host;
}
