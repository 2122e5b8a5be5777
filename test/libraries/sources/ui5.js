import '@ui5/webcomponents/dist/Button.js';
import '@ui5/webcomponents/dist/Dialog.js';
import '@ui5/webcomponents/dist/Input.js';
import '@ui5/webcomponents/dist/Label.js';
import '@ui5/webcomponents/dist/Text.js';
import { copy, element, kind, present, words } from './shared/console.js';

function field({ label, value }) {
  const id = `f${label.length}`;
  const shown =
    kind === 'text'
      ? element('ui5-text', {}, value)
      : element('ui5-input', { id, '.value': value, readonly: '' });
  const button = element('ui5-button', { '@click': copy(value) }, words.copy);
  return element(
    'div',
    {},
    element('ui5-label', { for: id, 'show-colon': '' }, label),
    shown,
    ...(kind === 'copyable' ? [button] : []),
  );
}

const body = element('section', {});
const close = () => {
  dialog.open = false;
};
const dialog = element(
  'ui5-dialog',
  { 'header-text': words.title },
  body,
  element('div', { slot: 'footer' }, element('ui5-button', { '@click': close }, words.close)),
);
document.body.append(dialog);
present((fields) => {
  const inputs = [...body.querySelectorAll('ui5-input')];
  if (inputs.length > 0) for (const [at, { value }] of fields.entries()) inputs[at].value = value;
  else body.replaceChildren(element('p', {}, words.warning), ...fields.map(field));
  dialog.open = true;
});
