import { type ComponentChild, render } from 'preact';
import { language, t } from './language.ts';
import './style.css';

/** Draws a window in the browser's language. */
export function mount(content: ComponentChild, title: string): void {
  document.documentElement.lang = language;
  document.title = `${title} · ${t.product}`;
  const main = document.querySelector('main');
  if (main) render(content, main);
}
