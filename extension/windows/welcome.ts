import browser from 'webextension-polyfill';

/** Opens the page that greets a person who has just installed the extension. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
