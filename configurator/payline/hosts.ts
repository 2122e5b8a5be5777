import type { Environment } from '../../shared/environment.ts';

/** Where Payline's services answer. A key is sent to the host of its environment and nowhere else. */
export const servicesHosts: Readonly<Record<Environment, string>> = {
  homologation: 'homologation.payline.com',
  production: 'services.payline.com',
};
