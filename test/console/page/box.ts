import { element, nextId } from './element.ts';
import { trapFocus } from './focus-trap.ts';

export interface BoxContent {
  title: string;
  body: HTMLElement[];
  actions: HTMLElement[];
}

/**
 * Shows a box over the page until `closed` is aborted. `dismiss` is called when the person closes it by Escape or by a click
 * outside.
 */
export type OpenBox = (content: BoxContent, dismiss: () => void, closed: AbortSignal) => void;

/** As Angular Material's dialog on its overlay: a backdrop, a focus trap, the page behind it hidden from screen readers. */
export const materialBox: OpenBox = ({ title, body, actions }, dismiss, closed) => {
  const titleId = nextId('mat-mdc-dialog-title');
  const container = element(
    'mat-dialog-container',
    {
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': titleId,
      tabindex: '-1',
      id: nextId('mat-mdc-dialog'),
    },
    element('h2', { 'mat-dialog-title': true, id: titleId }, title),
    element('mat-dialog-content', {}, ...body),
    element('mat-dialog-actions', {}, ...actions),
  );
  const overlay = element(
    'div',
    { class: 'cdk-overlay-container' },
    element('div', { class: 'cdk-overlay-backdrop', click: dismiss }),
    element(
      'div',
      { class: 'cdk-global-overlay-wrapper' },
      element('div', { class: 'cdk-overlay-pane', id: nextId('cdk-overlay') }, container),
    ),
  );
  const page = document.querySelector('app-root');
  page?.setAttribute('aria-hidden', 'true');
  closed.addEventListener('abort', () => page?.removeAttribute('aria-hidden'));
  show(overlay, dismiss, closed);
  trapFocus(container, closed);
};

/** The browser's own modal dialog. */
export const nativeBox: OpenBox = ({ title, body, actions }, dismiss, closed) => {
  const titleId = nextId('title');
  const dialog = element(
    'dialog',
    { class: 'native-box', 'aria-labelledby': titleId },
    element('h2', { id: titleId }, title),
    ...body,
    element('footer', {}, ...actions),
  );
  dialog.addEventListener('cancel', dismiss);
  dialog.addEventListener('click', (event) => isBeside(dialog, event) && dismiss());
  closed.addEventListener('abort', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

/** Nothing but `div`s: no role, no heading, no trap. */
export const plainBox: OpenBox = ({ title, body, actions }, dismiss, closed) => {
  const box = element(
    'div',
    { class: 'plain-box' },
    element('div', { class: 'plain-title' }, title),
    ...body,
    element('div', { class: 'plain-actions' }, ...actions),
  );
  const veil = element('div', { class: 'plain-veil', click: dismiss });
  show(element('div', { class: 'plain-layer' }, veil, box), dismiss, closed);
};

function show(layer: HTMLElement, dismiss: () => void, closed: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && dismiss();
  // On the body, as Angular's overlay listens.
  document.body.addEventListener('keydown', onKey, { signal: closed });
  closed.addEventListener('abort', () => layer.remove());
  document.body.append(layer);
}

function isBeside(dialog: HTMLDialogElement, { target, clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  // Enter on a button is a click at 0,0 too, but its target is the button.
  return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
}
