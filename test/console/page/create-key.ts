import { createKey } from './api.ts';
import { today } from './days.ts';
import { openKeyCreated } from './key-created.ts';
import { keyForm } from './key-form.ts';
import { navigate, paths } from './router.ts';
import { settings } from './settings.ts';
import { words } from './words.ts';

/** "Créer une nouvelle clé". */
export function createKeyPage(leaving: AbortSignal): HTMLElement {
  return keyForm(
    { title: words.newKey, submit: words.create },
    { active: true, start: today(), end: '' },
    [],
    async (validity) => {
      const key = await createKey(validity, settings.variant);
      openKeyCreated(key, leaving, () => navigate(paths.list));
    },
  );
}
