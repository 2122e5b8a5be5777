import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface Authority extends Certificate {
  issue(host: string, notAfterDate?: Date): Promise<Certificate>;
}

/** A throwaway authority, which lives as long as the process that asked for it. */
export async function makeAuthority(): Promise<Authority> {
  const usual = { keyType: 'ec', algorithm: 'sha256' } as const;
  const made = await generate([{ name: 'commonName', value: 'throwaway authority' }], {
    ...usual,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const own = { key: made.private, cert: made.cert };
  const issue = async (host: string, notAfterDate?: Date) => {
    const leaf = await generate([{ name: 'commonName', value: host }], {
      ...usual,
      ca: own,
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
      ...(notAfterDate && { notBeforeDate: new Date('2020-01-01'), notAfterDate }),
    });
    return { key: leaf.private, cert: leaf.cert };
  };
  return { ...own, issue };
}
