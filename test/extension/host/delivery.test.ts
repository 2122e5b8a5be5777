import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  entered,
  install,
  plan,
  projects,
  proveAsked,
  recall,
  shops,
  undo,
} from '../../../extension/host/delivery.ts';
import { askAbout, askedKeys } from '../../../extension/outbox/asked.ts';
import {
  entered as enteredKeys,
  forget,
  installed,
  keep,
  waiting,
} from '../../../extension/outbox/outbox.ts';
import { decodePayload } from '../../../shared/sealed-payload.ts';
import type { KeySummary } from '../../../shared/wire.ts';
import browser from '../browser.ts';
import { canary, fakeKey, origin } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', () => import('../identity.ts'));

const project = 'a'.repeat(32);
const digest = 'd'.repeat(64);
const identity = await generateIdentity();
const recipient = await identityToRecipient(identity);
const order = { project, digest, files: ['.env', 'lib/CONFIG.php'] };

interface Frame {
  readonly id: string;
  readonly type: string;
  readonly sealed?: string;
}

type Reply = Record<string, unknown> & { plan?: object; receipt?: BentReceipt };
type BentReceipt = Record<string, unknown> & { targets?: unknown[] };

/** A host by the book; a test bends one answer of it. */
class Host {
  readonly frames: Frame[] = [];
  bend: (type: string, reply: Reply) => unknown = (_, reply) => reply;
  captureId = '';
  key: KeySummary | undefined;
  receipt: BentReceipt | null = null;
  shops: object[] = [];

  async answer(frame: Frame): Promise<unknown> {
    this.frames.push(frame);
    if (frame.sealed) await this.open(frame.sealed);
    return this.bend(frame.type, { v: 1, id: frame.id, ok: true, ...this.body(frame.type) });
  }

  private body(type: string): object {
    const targets = order.files.map((file) => ({ file, change: 'changed', diff: [] }));
    switch (type) {
      case 'hello':
        return { version: '0.1.0', recipient };
      case 'projects':
        return { projects: [{ id: project, name: 'shop', environments: ['homologation'] }] };
      case 'plan':
        return { plan: { key: this.key, targets, warnings: [], digest } };
      case 'verify':
        return { pointsOfSale: [] };
      case 'install':
        this.receipt = this.makeReceipt();
        return { receipt: this.receipt };
      case 'undo':
        this.receipt = null;
        return { undone: { captureId: this.captureId, project, files: order.files } };
      case 'shops':
        return { shops: this.shops };
      case 'entered':
        return { at: '2026-01-02T00:00:00.000Z' };
      default:
        return { receipt: this.receipt };
    }
  }

  private makeReceipt(): BentReceipt {
    const targets = order.files.map((file) => ({ file, change: 'changed', fields: [], sha256: digest }));
    const { captureId, key } = this;
    return { captureId, project, key, installed: '2026-01-01T00:00:00.000Z', targets };
  }

  private async open(sealed: string): Promise<void> {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
    const { captureId, key } = decodePayload(await decrypter.decrypt(bytes, 'text'));
    if (key.reveal('accessKey') !== canary) throw new Error('another key');
    this.captureId = captureId;
    this.key = (await waiting())[0]?.key;
  }
}

let host: Host;
let captureId: string;
beforeEach(async () => {
  browser.reset();
  host = new Host();
  browser.runtime.sendNativeMessage.mockImplementation((_name: string, frame) => host.answer(frame));
  await keep(fakeKey(), origin);
  captureId = (await waiting())[0]?.captureId ?? '';
});

it('gives the projects of the host that was met', async () => {
  expect(await projects()).toMatchObject([{ name: 'shop' }]);
  expect(host.frames.map((frame) => frame.type)).toEqual(['hello', 'projects']);
});

it('hands the key over sealed to the host, never in clear', async () => {
  await plan(captureId, project);
  expect(host.captureId).toBe(captureId);
  expect(JSON.stringify(host.frames)).not.toContain(canary);
});

it('does not show a plan for another key', async () => {
  host.bend = (type, reply) =>
    type === 'plan' ? { ...reply, plan: { ...reply.plan, key: otherKey() } } : reply;
  await expect(plan(captureId, project)).rejects.toMatchObject({ code: 'host-unreadable' });
});

describe('a shop that takes its key by hand', () => {
  const shop = {
    project,
    name: 'shop',
    environment: 'homologation',
    kits: [{ name: 'woocommerce', title: 'WooCommerce' }],
    entered: null,
  };

  it('leaves the key waiting once the files have it, until a person says that the shop has it too', async () => {
    host.shops = [shop];
    await install(captureId, order);
    expect(await waiting()).toHaveLength(1);
    expect(await entered(captureId, { where: 'shop', project })).toBe('2026-01-02T00:00:00.000Z');
    expect(await waiting()).toEqual([]);
    expect(await installed()).toHaveLength(1);
    expect(JSON.stringify(host.frames)).not.toContain(canary);
  });

  it('is not left to do where a person said that it has this very key', async () => {
    const { fingerprint = '' } = (await waiting())[0]?.key ?? {};
    host.shops = [{ ...shop, entered: { masked: '*****abc', fingerprint, at: '2026-01-02T00:00:00.000Z' } }];
    await install(captureId, order);
    expect(await waiting()).toEqual([]);
  });

  it('is taken as still to do where the host cannot say', async () => {
    host.bend = (type, reply) => (type === 'shops' ? { ...reply, shops: 'none' } : reply);
    await install(captureId, order);
    expect(await waiting()).toHaveLength(1);
  });

  it('is unknown to a configurator that is older', async () => {
    host.bend = (type, reply) =>
      type === 'shops'
        ? { v: 1, id: reply['id'], ok: false, code: 'message-type-unknown', params: {} }
        : reply;
    expect(await shops()).toEqual([]);
    await install(captureId, order);
    expect(await waiting()).toEqual([]);
  });

  it('without a project is taken at a person’s word, once, and its key is not kept anew', async () => {
    const at = await entered(captureId, { where: 'WooCommerce' });
    expect(await entered(captureId, { where: 'WooCommerce' })).toBe(at);
    expect(await enteredKeys()).toMatchObject([{ captureId, where: 'WooCommerce', at }]);
    expect((await keep(fakeKey(), origin)).isNew).toBe(false);
    expect(await waiting()).toEqual([]);
    expect(host.frames).toEqual([]);
  });

  it('keeps its key where the host does not note it', async () => {
    host.bend = (type, reply) =>
      type === 'entered' ? { v: 1, id: reply['id'], ok: false, code: 'project-unknown', params: {} } : reply;
    await expect(entered(captureId, { where: 'shop', project })).rejects.toMatchObject({
      code: 'project-unknown',
    });
    expect(await waiting()).toHaveLength(1);
  });
});

const otherKey = () => ({ ...host.key, fingerprint: '00000-00000' });

describe('a key that nothing proves', () => {
  let askedId: string;
  beforeEach(async () => {
    await forget(captureId);
    await askAbout(fakeKey());
    askedId = (await askedKeys())[0]?.askedId ?? '';
  });

  it('is kept once Payline accepts it', async () => {
    await proveAsked(askedId);
    expect(host.frames.at(-1)).toMatchObject({ type: 'verify', project, environment: 'homologation' });
    expect(JSON.stringify(host.frames)).not.toContain(canary);
    expect(await askedKeys()).toEqual([]);
    expect(await waiting()).toHaveLength(1);
  });

  it.each(['verify-refused', 'verify-unreachable'])(
    'is still asked about where it ends in %s',
    async (code) => {
      host.bend = (type, reply) =>
        type === 'verify'
          ? { v: 1, id: reply['id'], ok: false, code, params: { environment: 'homologation' } }
          : reply;
      await expect(proveAsked(askedId)).rejects.toThrow();
      expect(await askedKeys()).toHaveLength(1);
      expect(await waiting()).toEqual([]);
    },
  );

  it('is still asked about where no project is of its environment', async () => {
    host.bend = (type, reply) => (type === 'projects' ? { ...reply, projects: [] } : reply);
    await expect(proveAsked(askedId)).rejects.toMatchObject({ code: 'project-unknown' });
    expect(await askedKeys()).toHaveLength(1);
  });
});

describe('install', () => {
  it('empties the outbox on a receipt that proves it', async () => {
    expect((await install(captureId, order)).targets).toHaveLength(2);
    expect(await waiting()).toEqual([]);
    expect(await installed()).toHaveLength(1);
  });

  const bent = (change: (receipt: BentReceipt) => object) => {
    host.bend = (type, reply) =>
      type === 'install' ? { ...reply, receipt: change(reply.receipt ?? {}) } : reply;
  };

  it('leaves it waiting, to be installed again, where a target beyond files may not have the key', async () => {
    const external = [{ kind: 'vault', name: 'a secret', fields: [], change: 'unknown', before: 3 }];
    bent((receipt) => ({ ...receipt, external }));
    const done = await install(captureId, { ...order, files: [...order.files, 'a secret'] });
    expect(done.external).toMatchObject([{ change: 'unknown', before: 3 }]);
    expect(await waiting()).toMatchObject([{ captureId }]);
    expect(await installed()).toEqual([]);
    expect(await recall(captureId)).toBeUndefined();
  });

  it('keeps the key where the receipt is for nothing, and nothing was asked for', async () => {
    bent((receipt) => ({ ...receipt, targets: [] }));
    const nothing = { ...order, files: [] };
    await expect(install(captureId, nothing)).rejects.toMatchObject({ code: 'receipt-mismatch' });
    expect(await waiting()).toHaveLength(1);
  });

  it.each([
    ['another capture', () => ({ captureId: crypto.randomUUID() })],
    ['another project', () => ({ project: 'b'.repeat(32) })],
    ['another key', () => ({ key: otherKey() })],
    ['another environment', () => ({ key: { ...host.key, environment: 'production' } })],
    ['another merchant', () => ({ key: { ...host.key, merchantId: '1' } })],
    ['no file', () => ({ targets: [] })],
    ['one file less', (receipt) => ({ targets: receipt.targets?.slice(1) })],
  ] as [string, (receipt: BentReceipt) => object][])(
    'keeps the key where the receipt is for %s',
    async (_, change) => {
      bent((receipt) => ({ ...receipt, ...change(receipt) }));
      await expect(install(captureId, order)).rejects.toMatchObject({ code: 'receipt-mismatch' });
      expect(await waiting()).toHaveLength(1);
      expect(await installed()).toEqual([]);
    },
  );

  it('keeps the key where the host refuses', async () => {
    host.bend = (type, { v, id, ...reply }) =>
      type === 'install' ? { v, id, ok: false, code: 'plan-stale', params: {} } : { v, id, ...reply };
    await expect(install(captureId, order)).rejects.toMatchObject({ code: 'plan-stale' });
    expect(await waiting()).toHaveLength(1);
  });
});

describe('recall', () => {
  it('takes up an installation whose answer was lost', async () => {
    host.bend = (type, reply) => (type === 'install' ? undefined : reply);
    await expect(install(captureId, order)).rejects.toMatchObject({ code: 'host-unreadable' });
    expect(await waiting()).toHaveLength(1);
    expect(await recall(captureId)).toMatchObject({ captureId });
    expect(await waiting()).toEqual([]);
  });

  it('gives the receipt again to a window that was not told of it', async () => {
    const receipt = await install(captureId, order);
    host.frames.length = 0;
    expect(await recall(captureId)).toEqual(receipt);
    expect(host.frames).toEqual([]);
  });

  it('asks nobody where no installation was asked for', async () => {
    expect(await recall(captureId)).toBeUndefined();
    expect(host.frames).toEqual([]);
  });

  it('gives nothing where the installation did not take place', async () => {
    host.bend = (type, reply) => (type === 'install' ? undefined : reply);
    await expect(install(captureId, order)).rejects.toThrow();
    host.receipt = null;
    expect(await recall(captureId)).toBeUndefined();
    expect(await waiting()).toHaveLength(1);
  });
});

describe('undo', () => {
  it('makes the key wait again, sealed, as if it had never been installed', async () => {
    await install(captureId, order);
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('sealed');
    expect((await undo(captureId, project)).files).toEqual(order.files);
    expect(await waiting()).toMatchObject([{ captureId, key: { masked: '*****qV8' } }]);
    expect((await waiting())[0]).not.toHaveProperty('attempt');
    expect(await installed()).toEqual([]);
    expect((await install(captureId, order)).targets).toHaveLength(2);
  });

  it('changes nothing where the host refuses', async () => {
    await install(captureId, order);
    const { receipt } = host;
    host.bend = (type, { v, id, ...reply }) => {
      host.receipt = receipt;
      return type === 'undo'
        ? { v, id, ok: false, code: 'undo-not-last', params: {} }
        : { v, id, ...reply, receipt };
    };
    await expect(undo(captureId, project)).rejects.toMatchObject({ code: 'undo-not-last' });
    expect(await waiting()).toEqual([]);
    expect(await installed()).toHaveLength(1);
  });

  it('loses no key where the answer is lost, and ends well when asked again', async () => {
    await install(captureId, order);
    host.bend = (type, reply) => (type === 'undo' ? undefined : reply);
    await expect(undo(captureId, project)).rejects.toMatchObject({ code: 'host-unreadable' });
    expect(await waiting()).toHaveLength(1);
    host.bend = (_, reply) => reply;
    await undo(captureId, project);
    expect(await waiting()).toHaveLength(1);
    expect(await installed()).toEqual([]);
  });

  it('loses no key to a window that sees it wait meanwhile, and asks what became of it', async () => {
    await install(captureId, order);
    const { receipt } = host;
    const asked: Promise<unknown>[] = [];
    browser.runtime.sendNativeMessage.mockImplementation(async (_name: string, frame) => {
      if (frame.type === 'status') return { v: 1, id: frame.id, ok: true, receipt };
      if (frame.type === 'undo') {
        asked.push(recall(captureId));
        await Promise.all(asked);
      }
      return host.answer(frame);
    });
    await undo(captureId, project);
    expect(asked).toHaveLength(1);
    expect(await waiting()).toHaveLength(1);
    expect(await installed()).toEqual([]);
  });

  it.each(['write-unfinished', 'read-back-failed', 'busy'])(
    'keeps the key where the host fails with %s, as the files may be put back later',
    async (code) => {
      await install(captureId, order);
      const { receipt } = host;
      host.bend = (type, { v, id, ...reply }) =>
        type === 'undo' ? { v, id, ok: false, code, params: {} } : { v, id, ...reply, receipt };
      await expect(undo(captureId, project)).rejects.toMatchObject({ code });
      expect(await waiting()).toHaveLength(1);
    },
  );

  it('is not asked of the host where the key is not kept any more', async () => {
    await install(captureId, order);
    await browser.storage.session.clear();
    await expect(undo(captureId, project)).rejects.toMatchObject({ code: 'undo-not-kept' });
    expect(host.frames.map(({ type }) => type)).not.toContain('undo');
  });
});
