import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { servicesHosts } from '../../../configurator/inspect/payline/request.ts';
import type { Behaviour } from '../../payline/behaviours.ts';
import { type StandIn, startStandIn } from '../../payline/stand-in.ts';
import { gateHost } from './host-gate.ts';
import type { Session } from './session.ts';

/** What stands in for Payline's services: it knows the keys that the session's practice console has made. */
export interface PaylineForSession extends StandIn {
  /** Makes it behave in a way from now on. */
  behave(behaviour: Behaviour): void;
}

/** Starts one, and makes the host's way to the network lead there. */
export async function startPayline(session: Session): Promise<PaylineForSession> {
  const { practice, workspace } = session;
  const standIn = await startStandIn(servicesHosts.homologation, (authorization) =>
    practice.createdKeys.some((key) => key.authorization === authorization),
  );
  const authority = join(workspace.root, 'authority.pem');
  writeFileSync(authority, standIn.authority);
  const proxies = join(workspace.root, 'proxy');
  const behave = (behaviour: Behaviour) => writeFileSync(proxies, standIn.proxyFor(behaviour));
  behave('well');
  gateHost(session, { HTTPS_PROXY: `$(cat ${proxies})`, NODE_EXTRA_CA_CERTS: authority });
  return { ...standIn, behave };
}
