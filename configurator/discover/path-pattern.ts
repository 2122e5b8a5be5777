/**
 * Matches paths of a tree that end as one of these does, whatever folders lead there; case does not count.
 *
 * @param ends paths with `/`; `*` stands for any part of a name
 * @param below matches what is below them instead
 */
export function pathPattern(ends: readonly string[], below = false): RegExp {
  const escaped = ends.map((end) => end.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*'));
  return new RegExp(`(?:^|/)(?:${escaped.join('|')})${below ? '/' : '$'}`, 'i');
}
