/** One colour in light, one in dark: contrast of the text on each is 7 or more. */
const colours = {
  calm: 'background:light-dark(#eef3fb,#16263d);color:light-dark(#12315c,#d6e6ff);border-color:#5b8fd6',
  safe: 'background:light-dark(#e9f6ec,#12301c);color:light-dark(#0d4a22,#c9f2d5);border-color:#3f9c5c',
  alert: 'background:light-dark(#fdecea,#451410);color:light-dark(#7a1410,#ffdcd8);border-color:#d9443a',
} as const;

const panel =
  'font:15px/1.45 system-ui,sans-serif;padding:12px 18px;border:1px solid;border-left-width:6px;border-radius:8px;' +
  'box-shadow:0 4px 18px rgb(0 0 0/.25);';

export type Tone = keyof typeof colours;

/** How the box of a notice looks. */
export function styleOf(tone: Tone): string {
  return panel + colours[tone];
}
