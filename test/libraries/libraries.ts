import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Shown } from '../../extension/capture/reading.ts';

/** What a library's own pop-up is closed by, as puppeteer selects it; `>>>` goes into shadow roots. */
const closing = {
  'ant-design': '.ant-modal-close',
  bootstrap: '.btn-close',
  carbon: 'cds-modal-close-button',
  chakra: '[data-scope=dialog][data-part=close-trigger]',
  clarity: 'cds-modal >>> cds-internal-close-button',
  'element-plus': '.el-dialog__headerbtn',
  fluent: '.fui-DialogActions button',
  'jquery-ui': '.ui-dialog-titlebar-close',
  mantine: '.mantine-Modal-close',
  'material-web': 'md-dialog md-text-button',
  mui: '.MuiDialogActions-root button',
  'naive-ui': '.n-base-close',
  'prime-react': '.p-dialog-header-close',
  'prime-vue': '.p-dialog-close-button',
  quasar: '.q-card__actions .q-btn',
  shoelace: 'sl-dialog >>> [part~=close-button]',
  ui5: 'ui5-dialog [slot=footer] ui5-button',
  vuetify: '.v-card-actions .v-btn',
} as const;

type Library = keyof typeof closing;

/** The pop-up of one library: in which language or with which title, and what its values stand in. */
export interface LibraryPage {
  readonly library: Library;
  readonly title: 'fr' | 'en' | 'unlisted';
  readonly kind: 'input' | 'text' | 'copyable' | 'late';
  readonly close: string;
}

export const libraryPages: readonly LibraryPage[] = (Object.keys(closing) as Library[]).flatMap((library) =>
  (['fr', 'en', 'unlisted'] as const).flatMap((title) =>
    (['input', 'text', 'copyable', 'late'] as const).map((kind) => ({
      library,
      title,
      kind,
      close: closing[library],
    })),
  ),
);

export const pathOf = ({ library, title, kind }: LibraryPage): string => `/${library}/${title}/${kind}`;

/** The document of a page, with a key in it. */
export function fillLibraryPage({ library }: LibraryPage, key: Shown): string {
  const packed = readFileSync(join(import.meta.dirname, 'pages', `${library}.html.gz`));
  return gunzipSync(packed)
    .toString()
    .replace('{{key}}', () => JSON.stringify(key));
}
