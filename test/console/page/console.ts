import { createKeyPage } from './create-key.ts';
import { editKeyPage } from './edit-key.ts';
import { element } from './element.ts';
import { keyListPage } from './key-list.ts';
import { layout } from './layout.ts';
import { startRouter } from './router.ts';
import { words } from './words.ts';

const outlet = element('main');
document.title = `${words.apiKeys} - ${words.administration}`;
document.body.append(layout(outlet));
startRouter(outlet, [
  [/^\/configuration\/api-keys$/, keyListPage],
  [/^\/configuration\/api-keys\/new$/, createKeyPage],
  [/^\/configuration\/api-keys\/(\d+)$/, editKeyPage],
]);
