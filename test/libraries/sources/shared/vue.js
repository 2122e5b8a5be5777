import { createApp, h, reactive } from 'vue';
import { present } from './console.js';

/**
 * Draws a library's pop-up.
 *
 * @param popUp gives the nodes for `isOpen`, `fields` of `label` and `value`, and `close`
 * @param install adds the library to the application
 */
export function draw(popUp, install = () => {}) {
  const state = reactive({ isOpen: false, fields: [] });
  const close = () => {
    state.isOpen = false;
  };
  const app = createApp({ render: () => h('main', [popUp({ ...state, close })]) });
  install(app);
  const root = document.createElement('div');
  document.body.append(root);
  app.mount(root);
  present((fields) => Object.assign(state, { fields, isOpen: true }));
}
