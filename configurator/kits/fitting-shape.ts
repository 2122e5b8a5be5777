import { Refusal } from '../../shared/refusal.ts';

/**
 * The first of a kit's shapes of which a file has every address once.
 *
 * @param addressesOf the addresses that a file of the shape has
 * @param find finds the entry of an address, and refuses where there are several
 * @returns `undefined` where the file has none of the shapes
 * @throws Refusal `entry-duplicate` where it has none because an address is there several times
 */
export function fittingShape<Shape>(
  shapes: readonly Shape[],
  addressesOf: (shape: Shape) => readonly string[],
  find: (address: string) => unknown,
): Shape | undefined {
  let duplicate: Refusal | undefined;
  for (const shape of shapes) {
    try {
      if (addressesOf(shape).every(find)) return shape;
    } catch (error) {
      // What is ambiguous in one shape may be what another is made of, such as both branches of a condition.
      if (!(error instanceof Refusal) || error.code !== 'entry-duplicate') throw error;
      duplicate = error;
    }
  }
  if (duplicate) throw duplicate;
  return undefined;
}
