import type { ShownKey } from '../key-register.ts';
import { readKey, saveKey } from './api.ts';
import { element } from './element.ts';
import { materialField } from './field.ts';
import { keyForm } from './key-form.ts';
import { navigate, paths } from './router.ts';
import { words } from './words.ts';

/** "Modifier une clé": in homologation with the value in clear, in production masked for good. */
export function editKeyPage(leaving: AbortSignal, id: string): HTMLElement {
  const page = element('div');
  const show = (key: ShownKey) => {
    if (leaving.aborted) return;
    const form = keyForm(
      { title: words.editKey, submit: words.save },
      key,
      keyFields(key),
      async (validity) => {
        await saveKey(id, validity);
        navigate(paths.list);
      },
    );
    page.replaceChildren(form);
  };
  readKey(id).then(show, () => navigate(paths.list));
  return page;
}

function keyFields({ reference, masked, recoverable }: ShownKey): HTMLElement[] {
  const referenceField = filled(words.reference, reference);
  if (recoverable) {
    const { accessKey, authorization } = recoverable;
    return [referenceField, filled(words.value, accessKey), filled(words.authorization, authorization)];
  }
  const notice = element('p', { class: 'notice' }, words.unrecoverable);
  return [referenceField, filled(words.maskedValue, masked), notice];
}

function filled(label: string, text: string): HTMLElement {
  const { host, show } = materialField(label);
  show(text);
  return host;
}
