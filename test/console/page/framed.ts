import { element } from './element.ts';

/**
 * Embeds the console in a frame. `?as=` says how: `same-origin` (the default), `sandboxed`, `srcdoc`, `blank` or
 * `blob`; `?src=` gives the address of a frame of another origin.
 */
const query = new URLSearchParams(location.search);

type Fill = (frame: HTMLIFrameElement, html: string) => void;

const framings: Record<string, Fill> = {
  'same-origin': (frame) => {
    frame.src = query.get('src') ?? '/';
  },
  sandboxed: (frame) => {
    // Without `allow-same-origin` the console inside could not ask its server for a key.
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
    frame.src = '/';
  },
  srcdoc: (frame, html) => {
    frame.srcdoc = html;
  },
  blob: (frame, html) => {
    frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  },
  blank: (frame, html) => {
    frame.addEventListener('load', () => fillBlank(frame, html), { once: true });
  },
};

/** Puts a document's nodes into `about:blank`: `document.write` would give the frame this page's address. */
function fillBlank({ contentDocument }: HTMLIFrameElement, html: string): void {
  if (!contentDocument) return;
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  contentDocument.documentElement.replaceWith(contentDocument.adoptNode(parsed.documentElement));
  // A parser that fills no window marks its scripts as not to be run.
  const idle = contentDocument.querySelector('script');
  idle?.replaceWith(Object.assign(contentDocument.createElement('script'), { src: idle.src }));
}

/** The console's own document, with full addresses: a frame without an address of its own has no base for others. */
async function consoleDocument(): Promise<string> {
  const html = await (await fetch(`/${location.search}`)).text();
  return html.replace('<head>', `<head><base href="${location.origin}/">`);
}

const fill = framings[query.get('as') ?? 'same-origin'];
const frame = element('iframe', { class: 'framing', title: 'console' });
consoleDocument().then((html) => {
  fill?.(frame, html);
  document.body.append(frame);
});
