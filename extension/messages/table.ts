import * as v from 'valibot';
import { type Environment, environments } from '../../shared/environment.ts';
import type { Recipient } from '../../shared/recipient.ts';
import type {
  Holding,
  Plan,
  PointOfSale,
  Project,
  Receipt,
  Remaining,
  ShopInProject,
  Undone,
} from '../../shared/wire.ts';
import type { Params } from '../../shared/wording.ts';
import type { AddedConsole } from '../consoles/address.ts';
import type { Connection, ConnectionDetails } from '../host/recipient.ts';
import type { Inventory } from '../inventory/record.ts';
import { type Notice, noticeState } from '../notice/notice.ts';
import type { Asked } from '../outbox/asked.ts';
import type { Entered, Installed, Waiting } from '../outbox/record.ts';
import type { Begun, Rotating } from '../rotation/record.ts';
import type { Sealing } from '../sending/record.ts';
import type { SealedFile } from '../sending/sending.ts';

const text = v.pipe(v.string(), v.maxLength(400));
/** One page of the list of keys: rows of cells. */
const cells = v.pipe(v.array(v.pipe(v.array(text), v.maxLength(50))), v.maxLength(501));
const captureId = v.pipe(v.string(), v.uuid());
const environment = v.picklist(environments);
/** A key with its Authorization, as a page shows it; `ends` is the displayed text of its end date. */
const shown = { accessKey: text, authorization: text, reference: text, ends: v.optional(text) };
const place = { project: text, environment };

/** Who may send a message: the content script of a console, or a window of the extension. */
export type Caller = 'console' | 'window';

/** Every message inside the extension: who may send it and its fields besides `type`. */
export const table = {
  seal: { from: 'console', body: shown },
  'page-key': { from: 'console', body: { accessKey: text, merchantId: text, reference: text } },
  asked: { from: 'window', body: {} },
  'answer-asked': { from: 'window', body: { askedId: captureId, isKept: v.boolean() } },
  'prove-asked': { from: 'window', body: { askedId: captureId } },
  list: { from: 'console', body: { cells } },
  notice: { from: 'console', body: { state: noticeState } },
  take: { from: 'console', body: shown },
  unreadable: { from: 'console', body: {} },
  here: { from: 'console', body: {} },
  'by-hand': { from: 'window', body: {} },
  keep: {
    from: 'window',
    body: {
      accessKey: text,
      merchantId: text,
      reference: text,
      environment,
    },
  },
  outbox: { from: 'window', body: {} },
  projects: { from: 'window', body: {} },
  plan: { from: 'window', body: { captureId, project: text } },
  install: {
    from: 'window',
    body: { captureId, project: text, digest: text, files: v.array(text), merchant: v.optional(text) },
  },
  shops: { from: 'window', body: { project: v.optional(text) } },
  entered: { from: 'window', body: { captureId, where: text, project: v.optional(text) } },
  recall: { from: 'window', body: { captureId } },
  undo: { from: 'window', body: { captureId, project: text } },
  holdings: { from: 'window', body: {} },
  forget: { from: 'window', body: { captureId } },
  'keep-longer': { from: 'window', body: { captureId } },
  name: { from: 'window', body: { captureId, label: text } },
  inventories: { from: 'window', body: {} },
  'dismiss-ending': { from: 'window', body: { environment, name: text } },
  'forget-inventory': { from: 'window', body: { environment } },
  open: { from: 'window', body: { captureId: v.optional(captureId) } },
  connection: { from: 'window', body: {} },
  pairing: { from: 'window', body: {} },
  guarded: { from: 'window', body: {} },
  'choose-sole': { from: 'window', body: { isOn: v.boolean() } },
  compared: { from: 'window', body: { recipient: text, isSame: v.boolean() } },
  copy: {
    from: 'window',
    body: {
      captureId,
      field: v.picklist(['accessKey', 'merchantId', 'authorization', 'credentials', 'reference']),
    },
  },
  recipients: { from: 'window', body: {} },
  'keep-recipient': { from: 'window', body: { recipient: text, name: text } },
  'drop-recipient': { from: 'window', body: { recipient: text } },
  sealings: { from: 'window', body: { captureId } },
  'seal-for-colleagues': {
    from: 'window',
    body: { captureId, recipients: v.pipe(v.array(text), v.minLength(1), v.maxLength(20)) },
  },
  'seal-for-passphrase': { from: 'window', body: { captureId } },
  'seal-again': { from: 'window', body: { captureId, created: text } },
  rotations: { from: 'window', body: {} },
  'open-rotation': { from: 'window', body: { place: v.optional(v.strictObject(place)) } },
  rotate: { from: 'window', body: place },
  prove: { from: 'window', body: { ...place, captureId: v.optional(captureId) } },
  remaining: { from: 'window', body: place },
  'finish-rotation': {
    from: 'window',
    body: { ...place, ends: v.nullable(v.pipe(v.string(), v.isoDate())) },
  },
  consoles: { from: 'window', body: {} },
  'add-console': { from: 'window', body: { host: text, environment } },
  'remove-console': { from: 'window', body: { host: text } },
} as const satisfies Record<string, { from: Caller; body: v.ObjectEntries }>;

export type MessageType = keyof typeof table;
type Shape<S extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<S, undefined>>;
export type Body<T extends MessageType> = Shape<(typeof table)[T]['body']>;

/** The answer to each message. */
export interface Answers {
  seal: { masked: string; reference: string };
  'page-key': { masked: string; reference: string };
  asked: { asked: Asked[] };
  'answer-asked': Record<never, never>;
  'prove-asked': Record<never, never>;
  list: Record<never, never>;
  notice: Notice;
  take: Record<never, never>;
  unreadable: Record<never, never>;
  here: Record<never, never>;
  'by-hand': Record<never, never>;
  keep: { masked: string };
  outbox: { waiting: Waiting[]; installed: Installed[]; entered: Entered[] };
  projects: { projects: Project[] };
  plan: { plan: Plan };
  install: { receipt: Receipt };
  /** The projects whose shops need the key entered by hand. */
  shops: { shops: ShopInProject[] };
  /** When the person's confirmation was recorded. */
  entered: { at: string };
  recall: { receipt: Receipt | null };
  undo: { undone: Undone };
  holdings: { holdings: Holding[] };
  forget: Record<never, never>;
  'keep-longer': Record<never, never>;
  name: Record<never, never>;
  inventories: { inventories: Record<Environment, Inventory> };
  'dismiss-ending': Record<never, never>;
  'forget-inventory': Record<never, never>;
  open: Record<never, never>;
  connection: { connection: Connection };
  /** The recipient whose control code is not compared yet. */
  pairing: { recipient: string | null };
  guarded: { guarded: ConnectionDetails };
  /** Waiting keys are sealed again, as chosen, before it answers. */
  'choose-sole': Record<never, never>;
  compared: Record<never, never>;
  /** The only answer with a key in clear: the person asked to copy it to the clipboard. */
  copy: { text: string };
  recipients: { recipients: Recipient[] };
  'keep-recipient': Record<never, never>;
  'drop-recipient': Record<never, never>;
  sealings: { sealings: Sealing[] };
  'seal-for-colleagues': { file: SealedFile };
  'seal-for-passphrase': { file: SealedFile };
  'seal-again': { file: SealedFile };
  rotations: { rotations: Begun[] };
  'open-rotation': Record<never, never>;
  rotate: { rotating: Rotating };
  prove: { pointsOfSale: PointOfSale[] };
  remaining: { remaining: Remaining };
  'finish-rotation': Record<never, never>;
  consoles: { consoles: AddedConsole[] };
  'add-console': Record<never, never>;
  'remove-console': Record<never, never>;
}

/** A refusal is sent as a value; `send` throws it again on the other side. */
export type Answer<T extends MessageType> =
  | { readonly ok: true; readonly value: Answers[T] }
  | { readonly ok: false; readonly code: string; readonly params: Params };
