import Aura from '@primeuix/themes/aura';
import Button from 'primevue/button';
import PrimeVue from 'primevue/config';
import Dialog from 'primevue/dialog';
import InputGroup from 'primevue/inputgroup';
import InputText from 'primevue/inputtext';
import { h } from 'vue';
import { copy, kind, words } from './shared/console.js';
import { draw } from './shared/vue.js';

function field({ label, value }) {
  if (kind === 'text') return h('p', [h('span', { class: 'font-semibold' }, label), h('br'), value]);
  const id = `f${label.length}`;
  const named = [h('label', { for: id }, label), h(InputText, { id, modelValue: value, readonly: true })];
  if (kind !== 'copyable') return h('div', { class: 'field' }, named);
  return h(InputGroup, () => [...named, h(Button, { label: words.copy, onClick: copy(value) })]);
}

draw(
  ({ isOpen, fields, close }) =>
    h(Dialog, { visible: isOpen, modal: true, header: words.title, 'onUpdate:visible': close }, () => [
      h('p', words.warning),
      ...fields.map(field),
    ]),
  (app) => app.use(PrimeVue, { theme: { preset: Aura } }),
);
