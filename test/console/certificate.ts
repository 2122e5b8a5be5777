import { generate } from 'selfsigned';
import { consoleHosts } from '../../shared/environment.ts';

const names = [...Object.values(consoleHosts), 'localhost'];

/** Makes a certificate for the lifetime of the process. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'practice console' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          { type: 7 as const, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
