import { send } from '../../messages/send.ts';
import type { Place } from '../../rotation/record.ts';
import { leaveFor } from './leave.ts';

/** Opens the window in which a key is followed by another. */
export function openRotation({ project, environment }: Place): void {
  void leaveFor(send('open-rotation', { place: { project, environment } }));
}
