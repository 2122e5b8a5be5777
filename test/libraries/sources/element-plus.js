import 'element-plus/theme-chalk/base.css';
import 'element-plus/theme-chalk/el-dialog.css';
import 'element-plus/theme-chalk/el-overlay.css';
import 'element-plus/theme-chalk/el-input.css';
import 'element-plus/theme-chalk/el-form.css';
import 'element-plus/theme-chalk/el-form-item.css';
import 'element-plus/theme-chalk/el-descriptions.css';
import 'element-plus/theme-chalk/el-button.css';
import { ElButton } from 'element-plus/es/components/button/index.mjs';
import { ElDescriptions, ElDescriptionsItem } from 'element-plus/es/components/descriptions/index.mjs';
import { ElDialog } from 'element-plus/es/components/dialog/index.mjs';
import { ElForm, ElFormItem } from 'element-plus/es/components/form/index.mjs';
import { ElInput } from 'element-plus/es/components/input/index.mjs';
import { h } from 'vue';
import { copy, kind, words } from './shared/console.js';
import { draw } from './shared/vue.js';

function field({ label, value }) {
  const append = kind === 'copyable' && (() => h(ElButton, { onClick: copy(value) }, () => words.copy));
  return h(ElFormItem, { label }, () =>
    h(ElInput, { modelValue: value, readonly: true }, { ...(append && { append }) }),
  );
}

const item = ({ label, value }) => h(ElDescriptionsItem, { label }, () => value);

draw(({ isOpen, fields, close }) =>
  h(
    ElDialog,
    { modelValue: isOpen, title: words.title, 'onUpdate:modelValue': close, appendToBody: true },
    {
      default: () => [
        h('p', words.warning),
        kind === 'text'
          ? h(ElDescriptions, { column: 1 }, () => fields.map(item))
          : h(ElForm, { labelPosition: 'top' }, () => fields.map(field)),
      ],
    },
  ),
);
