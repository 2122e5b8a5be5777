import { posix } from 'node:path';
import * as v from 'valibot';
import { hostName } from '../../../shared/wire.ts';
import type { Browser, BrowserName } from '../../native-host/browsers/browsers.ts';
import { type Machine, readOurs } from '../../native-host/browsers/machine.ts';
import { type DoctorFinding, problem } from './finding.ts';

/** The folders of administrators' policies for Chromium-based browsers on Linux. */
const folders: Partial<Record<BrowserName, string>> = {
  chrome: '/etc/opt/chrome/policies/managed',
  chromium: '/etc/chromium/policies/managed',
  edge: '/etc/opt/edge/policies/managed',
  brave: '/etc/brave/policies/managed',
  vivaldi: '/etc/vivaldi/policies/managed',
};

const schema = v.looseObject({
  NativeMessagingUserLevelHosts: v.optional(v.boolean()),
  NativeMessagingBlocklist: v.optional(v.array(v.string())),
  NativeMessagingAllowlist: v.optional(v.array(v.string())),
});

/** Policies that prevent a browser from starting the host, whatever its manifest says. */
export async function checkPolicies({ name, title }: Browser, machine: Machine): Promise<DoctorFinding[]> {
  const folder = folders[name];
  if (machine.system !== 'linux' || folder === undefined) return [];
  const found: DoctorFinding[] = [];
  for (const file of await machine.files.list(folder)) {
    const path = posix.join(folder, file);
    const policy = await forbidding(path, machine);
    if (policy !== undefined) found.push(problem('browser-policy', { browser: title, file: path, policy }));
  }
  return found;
}

async function forbidding(path: string, machine: Machine): Promise<string | undefined> {
  const found = await readOurs(path, machine.files);
  if (found === undefined || 'reason' in found) return undefined;
  const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), found.text);
  if (!success) return undefined;
  const {
    NativeMessagingUserLevelHosts,
    NativeMessagingBlocklist = [],
    NativeMessagingAllowlist = [],
  } = output;
  if (NativeMessagingUserLevelHosts === false) return 'NativeMessagingUserLevelHosts';
  const isBlocked = NativeMessagingBlocklist.some((each) => each === '*' || each === hostName);
  return isBlocked && !NativeMessagingAllowlist.includes(hostName) ? 'NativeMessagingBlocklist' : undefined;
}
