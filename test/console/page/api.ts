import type { CreatedFields } from '../api.ts';
import type { KeyPage, ShownKey, Validity } from '../key-register.ts';

async function call(method: string, path: string, body?: Validity): Promise<Response> {
  const response = await fetch(path, { method, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return response;
}

export async function listKeys(page: number, size: number, order: 'asc' | 'desc'): Promise<KeyPage> {
  return (await call('GET', `/api/keys?page=${page}&size=${size}&order=${order}`)).json();
}

export async function readKey(id: string): Promise<ShownKey> {
  return (await call('GET', `/api/keys/${id}`)).json();
}

/** Creates a key as the page's own variant shows it. */
export async function createKey(validity: Validity, variant: string): Promise<CreatedFields> {
  return (await call('POST', `/api/keys?variant=${variant}`, validity)).json();
}

export async function saveKey(id: string, validity: Validity): Promise<void> {
  await call('PUT', `/api/keys/${id}`, validity);
}
