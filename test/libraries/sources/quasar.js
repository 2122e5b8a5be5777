import 'quasar/dist/quasar.prod.css';
import QBtn from 'quasar/src/components/btn/QBtn.js';
import QCard from 'quasar/src/components/card/QCard.js';
import QCardActions from 'quasar/src/components/card/QCardActions.js';
import QCardSection from 'quasar/src/components/card/QCardSection.js';
import QDialog from 'quasar/src/components/dialog/QDialog.js';
import QInput from 'quasar/src/components/input/QInput.js';
import QItem from 'quasar/src/components/item/QItem.js';
import QItemLabel from 'quasar/src/components/item/QItemLabel.js';
import QItemSection from 'quasar/src/components/item/QItemSection.js';
import installQuasar from 'quasar/src/install-quasar.js';
import { h } from 'vue';
import { copy, kind, words } from './shared/console.js';
import { draw } from './shared/vue.js';

function field({ label, value }) {
  if (kind === 'text') {
    return h(QItem, () =>
      h(QItemSection, () => [h(QItemLabel, { overline: true }, () => label), h(QItemLabel, () => value)]),
    );
  }
  const append = () => h(QBtn, { flat: true, label: words.copy, onClick: copy(value) });
  return h(QInput, { label, modelValue: value, readonly: true }, { ...(kind === 'copyable' && { append }) });
}

draw(
  ({ isOpen, fields, close }) =>
    h(QDialog, { modelValue: isOpen, 'onUpdate:modelValue': close }, () =>
      h(QCard, () => [
        h(QCardSection, () => h('div', { class: 'text-h6' }, words.title)),
        h(QCardSection, () => [h('p', words.warning), ...fields.map(field)]),
        h(QCardActions, () => h(QBtn, { label: words.close, onClick: close })),
      ]),
    ),
  (app) => installQuasar(app, {}, {}),
);
