import type { SealedPayload } from '../../shared/sealed-payload.ts';
import { openSealed } from '../sealed/open.ts';

/** Opens a key as the wire carries it: an age file in base64. @throws Refusal what `openSealed` refuses */
export function openBase64(sealed: string): Promise<SealedPayload> {
  return openSealed(Buffer.from(sealed, 'base64'));
}
