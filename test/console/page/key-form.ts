import type { Validity } from '../key-register.ts';
import { dateField } from './date-field.ts';
import { element } from './element.ts';
import { navigate, paths } from './router.ts';
import { stateSwitch } from './state-switch.ts';
import { words } from './words.ts';

interface FormText {
  title: string;
  submit: string;
}

/**
 * The form of a key: state and dates, then `extra`, then a button that calls `submitted` with what was chosen. The
 * button stays disabled until `submitted` is done, as a second click would make a second key.
 */
export function keyForm(
  { title, submit }: FormText,
  initial: Validity,
  extra: HTMLElement[],
  submitted: (validity: Validity) => Promise<void>,
): HTMLElement {
  const state = stateSwitch(initial.active);
  const start = dateField(words.start, initial.start, true);
  const end = dateField(words.end, initial.end, false);
  const failure = element('p', { role: 'alert', class: 'failure' });
  const button = element('button', { type: 'submit', class: 'button primary' }, submit);
  const form = element(
    'form',
    { class: 'card form', novalidate: true },
    state.host,
    start.host,
    end.host,
    ...extra,
  );
  const cancel = element(
    'button',
    { type: 'button', class: 'button', click: () => navigate(paths.list) },
    words.back,
  );
  form.append(failure, element('div', { class: 'form-actions' }, cancel, button));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [from, to] = [start.read(), end.read()];
    if (from === undefined || to === undefined) return;
    button.disabled = true;
    failure.textContent = '';
    await submitted({ active: state.active(), start: from, end: to }).catch(() => {
      failure.textContent = words.failed;
    });
    button.disabled = false;
  });
  return element('section', {}, element('h1', {}, title), form);
}
