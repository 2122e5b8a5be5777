import type { Environment } from '../../shared/environment.ts';
import { openOnce } from './once.ts';

/**
 * Opens the window that takes a key by hand.
 *
 * @param environment of the console that shows the key; without one the person says it there
 */
export function openPaste(environment?: Environment): Promise<void> {
  return openOnce('/paste.html', environment ? `?${new URLSearchParams({ environment })}` : '');
}
