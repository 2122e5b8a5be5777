import '@carbon/web-components/es/components/button/index.js';
import '@carbon/web-components/es/components/code-snippet/index.js';
import '@carbon/web-components/es/components/modal/index.js';
import '@carbon/web-components/es/components/structured-list/index.js';
import '@carbon/web-components/es/components/text-input/index.js';
import { element, kind, present, words } from './shared/console.js';

function field({ label, value }) {
  if (kind === 'text') {
    return element(
      'cds-structured-list-row',
      {},
      element('cds-structured-list-cell', {}, label),
      element('cds-structured-list-cell', {}, value),
    );
  }
  if (kind === 'copyable') {
    return element(
      'div',
      {},
      element('label', {}, label),
      element('cds-code-snippet', { type: 'single' }, value),
    );
  }
  return element('cds-text-input', { label, '.value': value, readonly: '' });
}

const body = element('cds-modal-body', {});
const modal = element(
  'cds-modal',
  {},
  element(
    'cds-modal-header',
    {},
    element('cds-modal-close-button', { 'close-button-label': words.close }),
    element('cds-modal-heading', {}, words.title),
  ),
  body,
);
document.body.append(modal);
present((fields) => {
  const inputs = [...body.querySelectorAll('cds-text-input')];
  if (inputs.length > 0) for (const [at, { value }] of fields.entries()) inputs[at].value = value;
  else {
    const shown = fields.map(field);
    const list =
      kind === 'text'
        ? [element('cds-structured-list', {}, element('cds-structured-list-body', {}, ...shown))]
        : shown;
    body.replaceChildren(element('p', {}, words.warning), ...list);
  }
  modal.open = true;
});
