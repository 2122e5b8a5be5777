import '@shoelace-style/shoelace/dist/themes/light.css';
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/copy-button/copy-button.js';
import '@shoelace-style/shoelace/dist/components/dialog/dialog.js';
import '@shoelace-style/shoelace/dist/components/input/input.js';
import { element, kind, present, words } from './shared/console.js';

function field({ label, value }) {
  if (kind === 'text') return element('p', {}, element('strong', {}, label), element('br', {}), value);
  const input = element('sl-input', { '.label': label, '.value': value, '.readonly': true });
  if (kind === 'copyable') input.append(element('sl-copy-button', { slot: 'suffix', value }));
  return input;
}

const body = element('div', {});
const dialog = element(
  'sl-dialog',
  { label: words.title },
  body,
  element('sl-button', { slot: 'footer', '@click': () => dialog.hide() }, words.close),
);
document.body.append(dialog);
present((fields) => {
  const inputs = [...body.querySelectorAll('sl-input')];
  if (inputs.length > 0) for (const [at, { value }] of fields.entries()) inputs[at].value = value;
  else body.replaceChildren(element('p', {}, words.warning), ...fields.map(field));
  dialog.show();
});
