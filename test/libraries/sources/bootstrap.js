import 'bootstrap/dist/css/bootstrap.css';
import Modal from 'bootstrap/js/dist/modal.js';
import { copy, element, kind, present, words } from './shared/console.js';

function field({ label, value }) {
  if (kind === 'text') {
    return element(
      'dl',
      { class: 'row' },
      element('dt', { class: 'col-sm-4' }, label),
      element('dd', { class: 'col-sm-8' }, value),
    );
  }
  const id = `f${label.length}`;
  const input = element('input', { id, class: 'form-control', readonly: '', '.value': value });
  const button = element('button', { type: 'button', class: 'btn', '@click': copy(value) }, words.copy);
  return element(
    'div',
    { class: 'mb-3' },
    element('label', { for: id, class: 'form-label' }, label),
    kind === 'copyable' ? element('div', { class: 'input-group' }, input, button) : input,
  );
}

const body = element('div', { class: 'modal-body' });
const cross = { type: 'button', class: 'btn-close', 'data-bs-dismiss': 'modal', 'aria-label': words.close };
const modal = element(
  'div',
  { class: 'modal fade', tabindex: '-1' },
  element(
    'div',
    { class: 'modal-dialog' },
    element(
      'div',
      { class: 'modal-content' },
      element(
        'div',
        { class: 'modal-header' },
        element('h5', { class: 'modal-title' }, words.title),
        element('button', cross),
      ),
      body,
    ),
  ),
);
document.body.append(modal);
present((fields) => {
  const inputs = [...body.querySelectorAll('input')];
  if (inputs.length > 0) {
    for (const [at, { value }] of fields.entries()) inputs[at].value = value;
  } else body.replaceChildren(element('p', {}, words.warning), ...fields.map(field));
  Modal.getOrCreateInstance(modal).show();
});
