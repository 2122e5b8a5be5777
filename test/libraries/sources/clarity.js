import '@cds/core/global.min.css';
import '@cds/core/button/register.js';
import '@cds/core/input/register.js';
import '@cds/core/modal/register.js';
import { copy, element, kind, present, words } from './shared/console.js';

function field({ label, value }) {
  if (kind === 'text')
    return element('p', { 'cds-text': 'body' }, element('b', {}, label), element('br', {}), value);
  const input = element(
    'cds-input',
    {},
    element('label', {}, label),
    element('input', { readonly: '', '.value': value }),
  );
  if (kind === 'copyable') {
    input.append(
      element(
        'cds-control-action',
        { action: 'suffix', 'aria-label': words.copy, '@click': copy(value) },
        '⧉',
      ),
    );
  }
  return input;
}

const body = element('cds-modal-content', {});
const modal = element(
  'cds-modal',
  { hidden: '', '@closeChange': () => modal.setAttribute('hidden', '') },
  element('cds-modal-header', {}, element('h3', { 'cds-text': 'title' }, words.title)),
  body,
);
document.body.append(modal);
present((fields) => {
  const inputs = [...body.querySelectorAll('input')];
  if (inputs.length > 0) for (const [at, { value }] of fields.entries()) inputs[at].value = value;
  else body.replaceChildren(element('p', {}, words.warning), ...fields.map(field));
  modal.removeAttribute('hidden');
});
