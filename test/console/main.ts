import { consoleHosts } from '../../shared/environment.ts';
import { startConsole } from './server.ts';
import { variants } from './variant.ts';

/** Enough for a second page of the list. */
const earlierKeys = Array.from({ length: 9 }, (_, year) => ({
  active: false,
  start: `200${year}-02-01`,
  end: `200${year}-12-31`,
}));
const { port } = await startConsole({ port: 8443, earlierKeys });
process.stdout.write(`The practice console, until Ctrl+C: https://localhost:${port}/#/configuration/api-keys

Its certificate is made up, so the browser warns. Two languages: ?lang=fr, ?lang=en
Pop-ups: ${variants.map((variant) => `?variant=${variant}`).join(', ')}

With Payline's own addresses, in a browser of its own:
chromium --user-data-dir=$(mktemp -d) --ignore-certificate-errors \\
  --host-resolver-rules="${Object.values(consoleHosts)
    .map((host) => `MAP ${host}:443 127.0.0.1:${port}`)
    .join(', ')}" \\
  https://${consoleHosts.homologation}/#/configuration/api-keys
`);
