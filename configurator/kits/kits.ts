import type { Kit } from './kit.ts';
import { paylinePhp } from './payline-php.ts';

/** Every kit that is known by name. */
export const kits: readonly Kit[] = [paylinePhp];
