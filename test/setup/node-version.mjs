/**
 * Compares the running Node with the oldest that the project supports.
 *
 * @param {string} running such as `20.19.4`
 * @param {string} range `engines.node` of package.json, the oldest first: `^20.19 || ^22`
 * @returns {string | undefined} what is wrong and what to do, or nothing
 */
export function nodeProblem(running, range) {
  const [oldest = ''] = /\d+\.\d+/.exec(range) ?? [];
  const [major = 0, minor = 0] = running.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `Node ${running} is too old: Node ${oldest} or newer is needed (https://nodejs.org)`;
}
