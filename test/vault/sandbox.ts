import { vi } from 'vitest';
import { makeSandbox, type Sandbox } from '../configurator/sandbox.ts';
import { type StandInVault, startVault } from './server.ts';

/** A sandbox and a stand-in Vault that its environment leads to, with a token that it takes and an authority to trust. */
export async function openVault(): Promise<{ box: Sandbox; vault: StandInVault }> {
  const box = makeSandbox();
  const vault = await startVault();
  vi.stubEnv('VAULT_TOKEN', vault.token);
  vi.stubEnv('VAULT_CACERT', vault.authority);
  return { box, vault };
}

/** Removes what `openVault` made, and the environment. */
export async function closeVault(box: Sandbox, ...vaults: readonly StandInVault[]): Promise<void> {
  vi.unstubAllEnvs();
  box.remove();
  await Promise.all(vaults.map((vault) => vault.close()));
}
