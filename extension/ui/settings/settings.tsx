import browser from 'webextension-polyfill';
import { WindowHeading } from '../heading.tsx';
import { t } from '../language.ts';
import { ConnectionSection } from './connection-section.tsx';
import { ConsolesSection } from './consoles-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { RecipientsSection } from './recipients-section.tsx';
import { s } from './words.ts';

/** The options page: which consoles are watched, who receives keys, what the extension is connected to, how it speaks. */
export function Settings() {
  return (
    <>
      <WindowHeading>{t.settings}</WindowHeading>
      <ConsolesSection />
      <RecipientsSection />
      <ConnectionSection />
      <LanguageSection />
      <p class="hint">
        {s.extensionVersion} {browser.runtime.getManifest().version}
      </p>
    </>
  );
}
