/** The two environments of Payline. A key of one never works in the other. */
export const environments = ['homologation', 'production'] as const;

export type Environment = (typeof environments)[number];

/** Where each environment's Centre Administration lives: the `HOMO_CA` and `PROD_CA` of Payline's own PHP SDK. */
export const consoleHosts: Readonly<Record<Environment, string>> = {
  homologation: 'homologation-admin.payline.com',
  production: 'admin.payline.com',
};

export function isEnvironment(word: unknown): word is Environment {
  return environments.some((environment) => environment === word);
}

/**
 * Says which environment a page belongs to, by its origin alone: exact host, https, the default port.
 *
 * @param url an absolute address, as the browser reports it for a frame or a message's sender
 * @returns the environment, or `undefined` where the page is not one of the two consoles
 */
export function environmentOfUrl(url: string): Environment | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin } = new URL(url);
  return environments.find((environment) => origin === `https://${consoleHosts[environment]}`);
}
