import { type ComponentChild, type ComponentChildren, render } from 'preact';
import browser from 'webextension-polyfill';
import { handToHost } from '../host/exchange.ts';
import { offerRelay } from '../host/relay.ts';
import { language, t } from './language.ts';
import './style.css';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Draws a window in the person's language. */
export function mount(content: ComponentChild, title: string): void {
  document.documentElement.lang = language;
  document.title = `${title} · ${t.product}`;
  offerRelay(handToHost);
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

/** Help is a press away in each window, and none needs it to go on. */
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

/** The heading of a window. It takes the focus when the window appears, so that a screen reader begins there. */
export function WindowHeading({ children }: Props) {
  const heading = useFocus();
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** The heading of a step. It takes the focus when the step appears, so that a screen reader goes on from there. */
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
  // Before anybody can type: a focus that comes later would take the keys away from a field.
  useLayoutEffect(() => heading.current?.focus(), []);
  return heading;
}

/** A code that a person reads out: large, and spelled by a screen reader. */
export function Spelled({ text }: { text: string }) {
  return (
    <p class="read-out mono">
      <span aria-hidden="true">{text}</span>
      <span class="spoken">{[...text].join(' ')}</span>
    </p>
  );
}

/** Escape leaves a window, as "Later" does; in a question it only leaves the question. */
export function useEscape(): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) window.close();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);
}
