import { copyButton } from './copy-button.ts';
import { element, nextId } from './element.ts';

/** A labelled place on the page, whose text can be set at any time. */
export interface Field {
  host: HTMLElement;
  show(text: string): void;
}

export type MakeField = (label: string) => Field;

/** As Angular Material: a bound label, a read-only input whose value is a property, a copy button behind it. */
export function materialField(label: string): Field {
  const id = nextId('mat-input');
  const input = element('input', { id, class: 'mat-mdc-input-element', readonly: true, type: 'text' });
  const host = element(
    'mat-form-field',
    { class: 'mat-mdc-form-field' },
    element('label', { for: id }, element('mat-label', {}, label)),
    element('div', { class: 'mat-mdc-form-field-infix' }, input),
    element(
      'div',
      { class: 'mat-mdc-form-field-icon-suffix' },
      copyButton(label, () => input.value),
    ),
  );
  return { host, show: showIn(input) };
}

/** Label and value as text. */
export function textField(label: string): Field {
  const value = element('span', { class: 'value' });
  const host = element(
    'div',
    { class: 'text-field' },
    element('span', { class: 'label' }, label),
    value,
    copyButton(label, () => value.textContent ?? ''),
  );
  return {
    host,
    show(text) {
      value.textContent = text;
    },
  };
}

/** A label around its input. */
export function wrappedField(label: string): Field {
  const input = element('input', { readonly: true, type: 'text' });
  const host = element(
    'div',
    { class: 'wrapped-field' },
    element('label', {}, element('span', {}, label), input),
    copyButton(label, () => input.value),
  );
  return { host, show: showIn(input) };
}

/** A caption above an input, with nothing that binds the two. */
export function looseField(label: string): Field {
  const input = element('input', { readonly: true, type: 'text' });
  const host = element(
    'div',
    { class: 'loose-field' },
    element('div', { class: 'caption' }, label),
    element(
      'div',
      { class: 'line' },
      input,
      copyButton(label, () => input.value),
    ),
  );
  return { host, show: showIn(input) };
}

/** The value as a picture. */
export function drawnField(label: string): Field {
  const picture = element('canvas', { width: '560', height: '28' });
  let value = '';
  const host = element(
    'div',
    { class: 'text-field' },
    element('span', { class: 'label' }, label),
    picture,
    copyButton(label, () => value),
  );
  return {
    host,
    show(text) {
      value = text;
      const drawing = picture.getContext('2d');
      if (drawing) drawing.font = '15px monospace';
      drawing?.fillText(text, 4, 19);
    },
  };
}

function showIn(input: HTMLInputElement): Field['show'] {
  return (text) => {
    input.value = text;
  };
}
