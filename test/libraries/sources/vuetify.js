import 'vuetify/lib/styles/core.css';
import { h } from 'vue';
import { VBtn } from 'vuetify/lib/components/VBtn/index.js';
import { VCard, VCardActions, VCardText, VCardTitle } from 'vuetify/lib/components/VCard/index.js';
import { VDialog } from 'vuetify/lib/components/VDialog/index.js';
import { VListItem } from 'vuetify/lib/components/VList/index.js';
import { VTextField } from 'vuetify/lib/components/VTextField/index.js';
import { createVuetify } from 'vuetify/lib/framework.js';
import { copy, kind, words } from './shared/console.js';
import { draw } from './shared/vue.js';

function field({ label, value }) {
  if (kind === 'text') return h(VListItem, { title: label, subtitle: value });
  const inside = kind === 'copyable' && {
    appendInnerIcon: 'mdi-content-copy',
    'onClick:appendInner': copy(value),
  };
  return h(VTextField, { label, modelValue: value, readonly: true, ...inside });
}

draw(
  ({ isOpen, fields, close }) =>
    h(VDialog, { modelValue: isOpen, 'onUpdate:modelValue': close, maxWidth: 600 }, () =>
      h(VCard, () => [
        h(VCardTitle, () => words.title),
        h(VCardText, () => [h('p', words.warning), ...fields.map(field)]),
        h(VCardActions, () => h(VBtn, { onClick: close }, () => words.close)),
      ]),
    ),
  (app) => app.use(createVuetify()),
);
