import * as v from 'valibot';
import { environments } from './environment.ts';

/** The version of the wire. A peer of another version is refused with `version-unsupported`. */
export const wireVersion = 1;

/** The name under which browsers know the native host. */
export const hostName = 'cle_en_main';

/** The most bytes that one frame may hold, after its four bytes of length. */
export const largestFrame = 64 * 1024;

/** The most bytes that a reply may hold: above, both browsers close the connection without saying why. */
export const largestReply = 1024 * 1024;

/** The most UTF-16 units of any text of the wire that has no narrower rule. */
export const longestText = 4096;

const uuid = v.pipe(v.string(), v.uuid());
const text = v.pipe(v.string(), v.maxLength(longestText));
const environment = v.picklist(environments);
/** An age file in base64: a key sealed to the host's recipient. */
const sealed = v.pipe(v.string(), v.base64(), v.maxLength(16 * 1024));
const projectId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const moment = v.pipe(v.string(), v.isoTimestamp());
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const head = { v: v.literal(wireVersion), id };

/** One row of a masked diff. `same` is a line of context; its contents are left out where they might be secret. */
const diffLine = v.strictObject({
  sign: v.picklist(['same', 'removed', 'added']),
  line: v.number(),
  text,
});

const plannedTarget = v.strictObject({
  file: text,
  change: v.picklist(['changed', 'unchanged']),
  diff: v.array(diffLine),
});

export const keySummarySchema = v.strictObject({
  environment,
  merchantId: text,
  reference: text,
  masked: text,
  fingerprint: text,
});

/** A target other than a file, by its name in the project file. */
const externalTarget = {
  kind: v.picklist(['command', 'vault']),
  name: text,
  fields: v.array(text),
};

/** `run` is a command, which is run each time. */
const externalChanges = ['changed', 'unchanged', 'run'] as const;

/** A key that replaces another merchant's, which needs a confirmation of its own. */
const merchantChange = v.strictObject({
  /** The merchants that the files name now, or whose keys were installed in the project before; at least one. */
  from: v.array(text),
  /** The merchant of the key. */
  to: text,
});

/** The values that fill the blanks of a message. */
const refusalParams = v.record(text, v.union([text, v.number()]));

const plan = v.strictObject({
  key: keySummarySchema,
  targets: v.array(plannedTarget),
  /** Left out where there are none. */
  external: v.optional(v.array(v.strictObject({ ...externalTarget, change: v.picklist(externalChanges) }))),
  warnings: v.array(text),
  /** Left out where the merchant stays. */
  merchantChange: v.optional(merchantChange),
  /** Messages about the files that a person should read; left out where there are none. */
  notices: v.optional(v.array(v.strictObject({ code: text, params: refusalParams }))),
  /** Identifies this exact plan: files as read, edits as shown. `install` does nothing else. */
  digest,
});

const receiptTarget = v.strictObject({
  file: text,
  change: v.picklist(['changed', 'unchanged']),
  fields: v.array(text),
  /** SHA-256 of the file as it was read back. */
  sha256: digest,
});

/** What was written, proved by reading it back. */
export const receiptSchema = v.strictObject({
  captureId: uuid,
  project: projectId,
  key: keySummarySchema,
  installed: moment,
  targets: v.array(receiptTarget),
  /** Left out where there are none. */
  external: v.optional(
    v.array(
      v.strictObject({
        ...externalTarget,
        /** `unknown`: it may have the key; `left`: it was not given the key, although the files and others have it. */
        change: v.picklist([...externalChanges, 'unknown', 'left']),
        /** For `unknown` and `left`, the reason in one word: an error's code, an exit status, or a message's code. */
        reason: v.optional(text),
        /** The version of a Vault secret that was the latest one before. */
        before: v.optional(v.number()),
      }),
    ),
  ),
});

const project = v.strictObject({
  id: projectId,
  name: text,
  merchant: v.optional(text),
  environments: v.array(environment),
});

/** The shops of a project that take the key of an environment by hand, and what a person said of it last. */
const shopInProject = v.strictObject({
  project: projectId,
  name: text,
  merchant: v.optional(text),
  environment,
  kits: v.array(v.strictObject({ name: text, title: text })),
  /** The key that was said to be entered there, and when; `null` where nobody said so. Nothing of ours looks. */
  entered: v.nullable(v.strictObject({ masked: text, fingerprint: text, at: moment })),
});

/** A key that files of a project hold, as far as it may be shown. */
const heldKey = v.strictObject({
  masked: text,
  /** Empty where it is not known. */
  reference: text,
  /** Empty where it is not known: a fingerprint covers the merchant too, whom the files need not name. */
  fingerprint: text,
  files: v.array(text),
});

/** The keys that a project holds in the files of one environment. */
const holding = v.strictObject({ project: projectId, name: text, environment, keys: v.array(heldKey) });

/** A day of the calendar, `yyyy-mm-dd`. */
const day = v.pipe(v.string(), v.isoDate());

/** A point of sale that a key may use, and the names of its first contracts. */
const pointOfSale = v.strictObject({
  label: text,
  contracts: v.array(text),
  /** How many more contracts there are. */
  more: v.number(),
});

/** A key that is being replaced. While both are the same, the new one is not in place yet. */
const rotation = v.strictObject({
  old: keySummarySchema,
  current: keySummarySchema,
  /** The capture of the current key; `null` where that is not known. */
  captureId: v.nullable(uuid),
});

/** A line of a project where a key still stands. */
const place = v.strictObject({
  /** Relative to the project; `null` for a git object without a path. */
  path: v.nullable(text),
  line: v.number(),
  /** `null`: in a file on the disk. Else in git's history. */
  commit: v.nullable(text),
});

const remaining = v.strictObject({
  places: v.array(place),
  /** How many more places there are. */
  more: v.number(),
  /** The names of the other projects of the machine whose files hold it. */
  projects: v.array(text),
  /** How many places could not be read, and so may hold the key too; left out where all were read. */
  unread: v.optional(v.number()),
});

const undone = v.strictObject({ captureId: uuid, project: projectId, files: v.array(text) });

/**
 * How many projects the earlier pages had: the `next` of the page before. The last page has no `next`. An extension that
 * does not know about pages leaves `from` out and gets the first page without `next`.
 */
const page = { from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) };

/**
 * What protects the identity that opens what is sealed to the host: a passphrase in the system's keychain, which gave it just
 * now; one that a person types, whom the host cannot ask; or nothing.
 */
const protections = ['keychain', 'passphrase', 'none'] as const;

/** Each type of request: what the extension sends and what the host answers beside `{v, id, ok: true}`. */
const types = {
  hello: {
    /** Asked for by itself: an older extension would refuse the answer that has it. */
    request: { protection: v.optional(v.literal(true)) },
    reply: { version: text, recipient: text, protection: v.optional(v.picklist(protections)) },
  },
  projects: { request: page, reply: { projects: v.array(project), next: v.optional(v.number()) } },
  plan: { request: { project: projectId, sealed }, reply: { plan } },
  install: {
    /** `merchant`: the one to which the person agreed, where the plan has a `merchantChange`. */
    request: { project: projectId, sealed, digest, merchant: v.optional(text) },
    reply: { receipt: receiptSchema },
  },
  status: {
    request: { captureId: uuid },
    reply: { receipt: v.nullable(receiptSchema) },
  },
  shops: {
    request: { ...page, project: v.optional(projectId) },
    reply: { shops: v.array(shopInProject), next: v.optional(v.number()) },
  },
  entered: { request: { project: projectId, sealed }, reply: { at: moment } },
  held: { request: page, reply: { holdings: v.array(holding), next: v.optional(v.number()) } },
  undo: { request: { captureId: uuid, project: projectId }, reply: { undone } },
  verify: {
    request: { project: projectId, environment, sealed: v.optional(sealed) },
    reply: { pointsOfSale: v.array(pointOfSale) },
  },
  rotate: {
    request: { project: projectId, environment, begin: v.boolean() },
    reply: { rotation },
  },
  remaining: { request: { project: projectId, environment }, reply: { remaining } },
  finish: {
    request: { project: projectId, environment, ends: v.nullable(day) },
    reply: {},
  },
} as const;

export type RequestType = keyof typeof types;
export const requestTypes = Object.keys(types) as RequestType[];

export type DiffLine = v.InferOutput<typeof diffLine>;
export type PlannedTarget = v.InferOutput<typeof plannedTarget>;
export type ExternalSummary = NonNullable<Plan['external']>[number];
export type ExternalReceipt = NonNullable<Receipt['external']>[number];
export type KeySummary = v.InferOutput<typeof keySummarySchema>;
export type MerchantChange = v.InferOutput<typeof merchantChange>;
export type Plan = v.InferOutput<typeof plan>;
export type ReceiptTarget = v.InferOutput<typeof receiptTarget>;
export type Receipt = v.InferOutput<typeof receiptSchema>;
export type Project = v.InferOutput<typeof project>;
export type ShopInProject = v.InferOutput<typeof shopInProject>;
export type HeldKey = v.InferOutput<typeof heldKey>;
export type Holding = v.InferOutput<typeof holding>;
export type Protection = (typeof protections)[number];
export type Undone = v.InferOutput<typeof undone>;
export type PointOfSale = v.InferOutput<typeof pointOfSale>;
export type Rotation = v.InferOutput<typeof rotation>;
export type Remaining = v.InferOutput<typeof remaining>;

type Shape<S extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<S, undefined>>;
export type RequestBody<T extends RequestType> = Shape<(typeof types)[T]['request']>;
export type ReplyBody<T extends RequestType> = Shape<(typeof types)[T]['reply']>;

/** What a request of any version of the wire has, so that one of another version can be refused by its id. */
export const headSchema = v.looseObject({ v: v.number(), id, type: v.string() });

/** The closed schema of one type of request, head included. */
export function requestSchema<T extends RequestType>(type: T) {
  return v.strictObject({
    ...head,
    type: v.literal(type),
    ...types[type].request,
  });
}

/** The closed schema of a successful reply to one type of request. */
export function replySchema<T extends RequestType>(type: T) {
  return v.strictObject({ ...head, ok: v.literal(true), ...types[type].reply });
}

/** A refusal as a reply: a code of `message-codes.ts` and the values of its blanks. `id` is empty where none could be read. */
export const refusalSchema = v.strictObject({
  v: v.literal(wireVersion),
  id: v.pipe(v.string(), v.maxLength(64)),
  ok: v.literal(false),
  code: text,
  params: refusalParams,
});

export type RefusalReply = v.InferOutput<typeof refusalSchema>;
