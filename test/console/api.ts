import * as v from 'valibot';
import { type AccessKeyJson, mask } from '../../shared/access-key.ts';
import { basicAuthorization, type KeyRegister } from './key-register.ts';
import { randomText } from './random.ts';
import type { Variant } from './variant.ts';

/** The three fields of the pop-up, as the page receives them once. */
export type CreatedFields = Pick<AccessKeyJson, 'reference' | 'accessKey' | 'authorization'>;

export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

export interface ApiReply {
  status: number;
  body?: unknown;
}

const day = v.pipe(v.string(), v.isoDate());
const validitySchema = v.strictObject({
  active: v.boolean(),
  start: day,
  end: v.union([day, v.literal('')]),
});

/** Answers one call of the page. `issued` is called with every key that is really created, whatever the variant shows of it. */
export function answer(
  register: KeyRegister,
  variant: Variant,
  issued: (key: AccessKeyJson) => void,
  { method, path, query, body }: ApiRequest,
): ApiReply {
  const id = /^\/api\/keys\/(\d+)$/.exec(path)?.[1];
  const key = id === undefined ? undefined : register.find(Number(id));
  if (method === 'GET' && path === '/api/keys') return { status: 200, body: list(register, query) };
  if (method === 'GET' && key) return { status: 200, body: key };
  const isCreation = method === 'POST' && path === '/api/keys';
  if (!isCreation && !(method === 'PUT' && key)) return { status: 404 };
  const validity = v.safeParse(validitySchema, body);
  if (!validity.success) return { status: 400 };
  if (key) {
    Object.assign(key, validity.output);
    return { status: 204 };
  }
  const created = register.create(validity.output);
  issued(created);
  return { status: 201, body: shownOnce(created, variant) };
}

function list(register: KeyRegister, query: URLSearchParams): unknown {
  const page = Number(query.get('page') ?? 0);
  const size = Number(query.get('size') ?? 10);
  return register.list(page, size, query.get('order') !== 'asc');
}

function shownOnce(key: AccessKeyJson, variant: Variant): CreatedFields {
  const { reference, accessKey, authorization } = key;
  if (variant === 'masked')
    return { reference, accessKey: mask(accessKey), authorization: mask(authorization) };
  if (variant === 'mismatch') {
    return { reference, accessKey, authorization: basicAuthorization(key.merchantId, randomText(20)) };
  }
  return { reference, accessKey, authorization };
}
