import { parseDay, typedDay } from './days.ts';
import { element, nextId } from './element.ts';
import { words } from './words.ts';

export interface DateField {
  host: HTMLElement;
  /** What was typed as `YYYY-MM-DD`, empty if an allowed empty field; `undefined` if it is not a date. */
  read(): string | undefined;
}

/** A day typed by hand; the field itself reports an invalid one. */
export function dateField(label: string, day: string, required: boolean): DateField {
  const id = nextId('mat-input');
  const input = element('input', {
    id,
    type: 'text',
    placeholder: words.dateHint,
    autocomplete: 'off',
    required,
  });
  input.value = typedDay(day);
  const error = element('mat-error', { role: 'alert' });
  const host = element(
    'mat-form-field',
    {},
    element('label', { for: id }, element('mat-label', {}, required ? `${label} *` : label)),
    element('div', { class: 'mat-mdc-form-field-infix' }, input),
    error,
  );
  const read = () => {
    const found = input.value.trim() === '' && !required ? '' : parseDay(input.value);
    error.textContent = found === undefined ? words.dateWrong : '';
    input.setAttribute('aria-invalid', String(found === undefined));
    return found;
  };
  return { host, read };
}
