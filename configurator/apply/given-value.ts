import type { AccessKey } from '../../shared/access-key.ts';
import type { Given } from '../project/project.ts';

/** What a place gets of a key, in clear: for that place only. */
export function givenValue({ field, environmentWord }: Given, key: AccessKey): string {
  return field === 'environment' ? environmentWord : key.reveal(field);
}
