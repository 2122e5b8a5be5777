// Apart from the schemas of `wire.ts`, which take the host longer to load than to do its work.

/** The version of the wire. A peer of another version is refused with `version-unsupported`. */
export const wireVersion = 1;

/** The name under which browsers know the native host. */
export const hostName = 'cle_en_main';

/** The most bytes that one frame may hold, after its four bytes of length. */
export const largestFrame = 64 * 1024;
