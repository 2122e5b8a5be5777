import '@material/web/button/text-button.js';
import '@material/web/dialog/dialog.js';
import '@material/web/iconbutton/icon-button.js';
import '@material/web/list/list.js';
import '@material/web/list/list-item.js';
import '@material/web/textfield/outlined-text-field.js';
import { copy, element, kind, present, words } from './shared/console.js';

function field({ label, value }) {
  if (kind === 'text') {
    return element(
      'md-list-item',
      {},
      element('div', { slot: 'overline' }, label),
      element('div', { slot: 'headline' }, value),
    );
  }
  const input = element('md-outlined-text-field', { label, '.value': value, readonly: '' });
  const button = { slot: 'trailing-icon', 'aria-label': words.copy, '@click': copy(value) };
  if (kind === 'copyable') input.append(element('md-icon-button', button, '⧉'));
  return input;
}

const body = element('div', { slot: 'content' });
const dialog = element(
  'md-dialog',
  {},
  element('div', { slot: 'headline' }, words.title),
  body,
  element(
    'div',
    { slot: 'actions' },
    element('md-text-button', { '@click': () => dialog.close() }, words.close),
  ),
);
document.body.append(dialog);
present((fields) => {
  const inputs = [...body.querySelectorAll('md-outlined-text-field')];
  if (inputs.length > 0) for (const [at, { value }] of fields.entries()) inputs[at].value = value;
  else body.replaceChildren(element('p', {}, words.warning), ...fields.map(field));
  dialog.show();
});
