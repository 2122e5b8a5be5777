import { NButton } from 'naive-ui/es/button/index.mjs';
import { NDescriptions, NDescriptionsItem } from 'naive-ui/es/descriptions/index.mjs';
import { NForm, NFormItem } from 'naive-ui/es/form/index.mjs';
import { NInput, NInputGroup } from 'naive-ui/es/input/index.mjs';
import { NModal } from 'naive-ui/es/modal/index.mjs';
import { h } from 'vue';
import { copy, kind, words } from './shared/console.js';
import { draw } from './shared/vue.js';

function field({ label, value }) {
  const input = h(NInput, { value, readonly: true });
  const button = () => h(NButton, { onClick: copy(value) }, () => words.copy);
  return h(NFormItem, { label }, () =>
    kind === 'copyable' ? h(NInputGroup, () => [input, button()]) : input,
  );
}

const item = ({ label, value }) => h(NDescriptionsItem, { label }, () => value);

draw(({ isOpen, fields, close }) =>
  h(
    NModal,
    { show: isOpen, preset: 'card', title: words.title, 'onUpdate:show': close, style: 'width: 600px' },
    () => [
      h('p', words.warning),
      kind === 'text'
        ? h(NDescriptions, { column: 1 }, () => fields.map(item))
        : h(NForm, () => fields.map(field)),
    ],
  ),
);
