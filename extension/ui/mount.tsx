import { type ComponentChild, render } from 'preact';
import { handToHost } from '../host/exchange.ts';
import { offerRelay } from '../host/relay.ts';
import { language, t } from './language.ts';
import './style.css';

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
    </>,
    document.body,
  );
}
