import { type ComponentChild, type ComponentChildren, render } from 'preact';
import browser from 'webextension-polyfill';
import { sendToHost } from '../host/exchange.ts';
import { offerRelay } from '../host/relay.ts';
import { language, t } from './language.ts';
import './style.css';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Renders a window in the chosen language. */
export function renderWindow(content: ComponentChild, title: string): void {
  document.documentElement.lang = language;
  document.title = `${title} · ${t.product}`;
  offerRelay(sendToHost);
  render(
    <>
      <header class="brand">
        <img src="/icon/128.png" alt="" width="28" height="28" />
        {t.product}
      </header>
      <main>{content}</main>
      {!location.pathname.startsWith(helpPage) && <HelpBar />}
    </>,
    document.body,
  );
}

const helpPage = '/help.html';

/** A link to the help page, in every window except the help page itself. */
function HelpBar() {
  const open = () => void browser.tabs.create({ url: browser.runtime.getURL(helpPage) });
  return (
    <footer class="help">
      <button type="button" class="quiet" onClick={open}>
        {t.help}
      </button>
    </footer>
  );
}

interface Props {
  readonly children: ComponentChildren;
}

/** The heading of a window. It gets the focus when the window opens, so that a screen reader starts there. */
export function WindowHeading({ children }: Props) {
  const heading = useFocus();
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** The heading of a step. It gets the focus when the step appears, so that a screen reader continues there. */
export function StepHeading({ children }: Props) {
  const heading = useFocus();
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

function useFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  // In a layout effect, before anybody can type: a later focus would take it away from a field.
  useLayoutEffect(() => heading.current?.focus(), []);
  return heading;
}

/** A code to read out: displayed large, and spelled by a screen reader. */
export function SpelledCode({ text }: { text: string }) {
  return (
    <p class="read-out mono">
      <span aria-hidden="true">{text}</span>
      <span class="spoken">{[...text].join(' ')}</span>
    </p>
  );
}

/** Escape closes the window, as "Later" does; in a question it only closes the question. */
export function useEscape(): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) window.close();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);
}
