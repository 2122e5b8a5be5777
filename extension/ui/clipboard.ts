import browser from 'webextension-polyfill';

/** Needed to clear the clipboard from a window that has lost the focus. */
const permission = { permissions: ['clipboardWrite'] as ['clipboardWrite'] };

/** Requests permission to write to the clipboard. Call it first in a click handler. */
export function requestClipboardPermission(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/**
 * Puts a text on the clipboard through a copy event, so that it is never in the DOM.
 *
 * @returns whether the browser allowed it
 */
export function putOnClipboard(text: string): boolean {
  const controller = new AbortController();
  const options = { signal: controller.signal, capture: true };
  let hasCopied = false;
  // Without a selection, Chromium only copies if this event is cancelled.
  document.addEventListener('beforecopy', (event) => event.preventDefault(), options);
  document.addEventListener(
    'copy',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', text);
      hasCopied = true;
    },
    options,
  );
  document.execCommand('copy');
  controller.abort();
  return hasCopied;
}
