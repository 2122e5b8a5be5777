import { openOnce } from './once.ts';

/** Opens the window that asks where a key goes. There is one, whatever waits. */
export function openDestination(): Promise<void> {
  return openOnce('/destination.html');
}
