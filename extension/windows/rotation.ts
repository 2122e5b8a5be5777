import type { Place } from '../rotation/record.ts';
import { openOnce } from './once.ts';

/**
 * Opens the window in which a key is followed by another.
 *
 * @param place of the key; without one the person chooses it there
 */
export function openRotation(place?: Place): Promise<void> {
  if (!place) return openOnce('/rotation.html');
  const { project, environment } = place;
  return openOnce('/rotation.html', `?${new URLSearchParams({ project, environment })}`);
}
