import browser from 'webextension-polyfill';

/** Lets a window that has lost the focus empty the clipboard again. */
const permission = { permissions: ['clipboardWrite'] as ['clipboardWrite'] };

/** Asks for the clipboard; call it first thing in a click. */
export function askForClipboard(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/**
 * Puts a text on the clipboard. It goes with the event of copying, never through the page.
 *
 * @returns whether the browser allowed it
 */
export function putOnClipboard(text: string): boolean {
  const copying = new AbortController();
  const options = { signal: copying.signal, capture: true };
  let isDone = false;
  // Chromium copies where nothing is selected only if it is told that there is something to copy.
  document.addEventListener('beforecopy', (event) => event.preventDefault(), options);
  document.addEventListener(
    'copy',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', text);
      isDone = true;
    },
    options,
  );
  document.execCommand('copy');
  copying.abort();
  return isDone;
}
