import browser from 'webextension-polyfill';
import { WindowHeading } from '../heading.tsx';
import { t } from '../language.ts';
import { ConnectionSection } from './connection-section.tsx';
import { ConsolesSection } from './consoles-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { s } from './words.ts';

/** The options page: what the extension is connected to, which consoles it watches, how it speaks. */
export function Settings() {
  return (
    <>
      <WindowHeading>{t.settings}</WindowHeading>
      <ConnectionSection />
      <ConsolesSection />
      <LanguageSection />
      <p class="hint">
        {s.extensionVersion} {browser.runtime.getManifest().version}
      </p>
    </>
  );
}
