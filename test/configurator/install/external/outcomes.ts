import { vi } from 'vitest';
import { type Asked, type Misbehaviour, type StandInVault, send } from '../../../vault/server.ts';

/** The result of one installation, in each of the places that report it. */
export interface Outcome {
  /** The code of the refusal or of the notice; `undefined` if the command succeeded. */
  readonly code?: string;
  readonly status: 0 | 3 | 4;
  /** Which key the file has afterwards. */
  readonly file: 'new' | 'old';
  /** Which key the latest version of the secret has. */
  readonly server: 'new' | 'old' | 'theirs';
  /** What `cle status` reports while the server still behaves so, and once it answers again. */
  readonly says: readonly [meanwhile: string, afterwards: string];
}

const done: Outcome = { status: 0, file: 'new', server: 'new', says: ['given', 'given'] };
const refused = (code: string, server: Outcome['server'] = 'old'): Outcome => ({
  code,
  status: 3,
  file: 'old',
  server,
  says: ['none', 'none'],
});
const open = (server: 'new' | 'old'): Outcome => ({
  code: 'vault-may-have',
  status: 4,
  file: 'new',
  server,
  says: ['may-have', server === 'new' ? 'has' : 'without'],
});

/** One way in which an answer to a write is lost, late, cut, redirected or refused. */
export interface Way {
  readonly name: string;
  misbehave(vault: StandInVault, other: StandInVault): Misbehaviour;
  readonly outcome: Outcome;
}

const isWrite = ({ method }: Asked) => method === 'PATCH' || method === 'POST';
const isRead = ({ method, path }: Asked) => method === 'GET' && path.startsWith('secret/data/');

/** How an answer goes missing, whether or not the request was carried out. */
const losses = {
  reset: ({ request }: Asked) => {
    request.socket.destroy();
    return true;
  },
  /** The client gives up waiting. */
  timeout: () => {
    giveUp();
    return true;
  },
  cut: ({ response }: Asked) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"data":{');
    setTimeout(() => response.destroy(), 5);
    return true;
  },
  endless: ({ response }: Asked) => {
    const more = () => response.write('x'.repeat(65536)) && setImmediate(more);
    response.on('drain', more);
    more();
    return true;
  },
  html: ({ response }: Asked) => {
    response.writeHead(200).end('<html>signed in?');
    return true;
  },
  empty: ({ response }: Asked) => send(response, { status: 204 }),
  502: ({ response }: Asked) => {
    response.writeHead(502).end('<html>bad gateway');
    return true;
  },
  504: ({ response }: Asked) => {
    response.writeHead(504).end('<html>gateway time-out');
    return true;
  },
  500: ({ response }: Asked) => send(response, { status: 500, body: { errors: ['storage broke off'] } }),
  503: ({ response }: Asked) => {
    response.writeHead(503, { 'retry-after': '60' }).end('<html>upstream reset');
    return true;
  },
} as const;
type Loss = keyof typeof losses;

/** The signals of all time-outs: a test aborts them when the server hangs, so that it need not wait for a clock. */
const waiting: AbortController[] = [];

export function holdTimeouts(): void {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const controller = new AbortController();
    waiting.push(controller);
    return controller.signal;
  });
}

function giveUp(): void {
  for (const controller of waiting.splice(0)) controller.abort(new Error('time is up'));
}

interface Details {
  /** Whether the request is carried out all the same. */
  readonly does: boolean;
  /** How many times, from the first write on. */
  readonly times?: number;
  /** How reading fails from the first write on. */
  readonly reading?: Loss;
}

/** Loses answers to writes in one way, and from then on answers to reads in another. */
function losing(loss: Loss, { does, times = Infinity, reading }: Details): () => Misbehaviour {
  return () => {
    let writes = 0;
    return (asked) => {
      if (reading !== undefined && writes > 0 && isRead(asked)) return losses[reading](asked);
      if (!isWrite(asked) || writes++ >= times) return false;
      if (does) asked.perform();
      return losses[loss](asked);
    };
  };
}

const sealedBody = { errors: ['Vault is sealed'] };

/** Refuses the first writes without carrying them out. */
function refuseWith(status: number, headers: object, times = Infinity, body: unknown = { errors: [] }) {
  return (): Misbehaviour => {
    let writes = 0;
    return (asked) => isWrite(asked) && writes++ < times && send(asked.response, { status, body }, headers);
  };
}

function redirecting(to: (vault: StandInVault, other: StandInVault) => string, times = Infinity) {
  return (vault: StandInVault, other: StandInVault): Misbehaviour => {
    let writes = 0;
    return (asked) => {
      if (!isWrite(asked) || writes++ >= times) return false;
      const location = `${to(vault, other)}${asked.request.url}`;
      asked.response.writeHead(307, { location }).end();
      return true;
    };
  };
}

/** A standby: every request is sent to the active node. */
const standby = (_: StandInVault, other: StandInVault): Misbehaviour => {
  return ({ request, response }) => {
    response.writeHead(307, { location: `${other.address}${request.url}` }).end();
    return true;
  };
};

/** A proxy answers for a request that was carried out, then redirects. */
const divertedInDoubt = (_: StandInVault, other: StandInVault): Misbehaviour => {
  let writes = 0;
  return (asked) => {
    if (!isWrite(asked)) return writes > 0 && isRead(asked) && losses[502](asked);
    if (writes++ === 0) {
      asked.perform();
      asked.response.writeHead(503, { 'retry-after': '0' }).end('<html>');
      return true;
    }
    const location = other.address.replace('127.0.0.1', 'localhost');
    asked.response.writeHead(307, { location: `${location}${asked.request.url}` }).end();
    return true;
  };
};

/** Somebody else writes before the request is carried out. */
const overtaken = (vault: StandInVault): Misbehaviour => {
  let writes = 0;
  return (asked) => {
    if (isWrite(asked) && writes++ === 0) vault.put('shop/payline', { key: 'theirs' });
    return false;
  };
};

/** The request is carried out, the answer is lost, and somebody else writes another key. */
const overwritten = (vault: StandInVault): Misbehaviour => {
  let writes = 0;
  return (asked) => {
    if (!isWrite(asked) || writes++ > 0) return false;
    asked.perform();
    vault.put('shop/payline', { key: 'theirs' });
    return losses.reset(asked);
  };
};

/** The connection is lost; the server queues the request and carries it out as soon as it can. */
const late = (): Misbehaviour => {
  const queue: Asked[] = [];
  return (asked) => {
    if (isWrite(asked) && queue.length === 0) {
      queue.push(asked);
      return losses.reset(asked);
    }
    if (!isWrite(asked)) return false;
    send(asked.response, asked.perform());
    queue[0]?.perform();
    return true;
  };
};

/** As `late`, but carried out before it is written again. */
const lateButSooner = (): Misbehaviour => {
  const queue: Asked[] = [];
  return (asked) => {
    if (!isWrite(asked)) return false;
    if (queue.length === 0) {
      queue.push(asked);
      return losses.reset(asked);
    }
    queue[0]?.perform();
    return false;
  };
};

/** The request is carried out and answered; then nothing can be read. */
const unreadable = (): Misbehaviour => {
  let writes = 0;
  return (asked) => {
    if (isWrite(asked)) writes++;
    return writes > 0 && isRead(asked) && losses[502](asked);
  };
};

/** Once the secret was read, the server no longer answers. */
const gone = (vault: StandInVault): Misbehaviour => {
  return (asked) => {
    if (isRead(asked)) vault.stopListening();
    return false;
  };
};

const way = (name: string, misbehave: Way['misbehave'], outcome: Outcome): Way => ({
  name,
  misbehave,
  outcome,
});

export const ways: readonly Way[] = [
  way('answers', () => () => false, done),
  way('resets after doing it', losing('reset', { does: true }), done),
  way('resets once before doing it', losing('reset', { does: false, times: 1 }), done),
  way('resets always before doing it', losing('reset', { does: false }), refused('vault-failed')),
  way('resets after doing it, unreadable', losing('reset', { does: true, reading: 'reset' }), open('new')),
  way('resets before doing it, unreadable', losing('reset', { does: false, reading: 502 }), open('old')),
  way('502 after doing it', losing(502, { does: true }), done),
  way('502 once before doing it', losing(502, { does: false, times: 1 }), done),
  way('502 always before doing it', losing(502, { does: false }), refused('vault-failed')),
  way('502 after doing it, unreadable', losing(502, { does: true, reading: 502 }), open('new')),
  way('502 before doing it, unreadable', losing(502, { does: false, reading: 504 }), open('old')),
  way('504 after doing it', losing(504, { does: true }), done),
  way('504 before doing it, unreadable', losing(504, { does: false, reading: 'html' }), open('old')),
  way('hangs after doing it', losing('timeout', { does: true }), done),
  way('hangs always before doing it', losing('timeout', { does: false }), refused('vault-failed')),
  way('hangs after doing it, unreadable', losing('timeout', { does: true, reading: 'timeout' }), open('new')),
  way('hangs before doing it, unreadable', losing('timeout', { does: false, reading: 'cut' }), open('old')),
  way('cuts its answer off', losing('cut', { does: true }), done),
  way('cuts its answer off, unreadable', losing('cut', { does: true, reading: 'cut' }), open('new')),
  way('never ends its answer', losing('endless', { does: true }), done),
  way('says "done" in HTML, after doing it', losing('html', { does: true }), done),
  way('says "done" in HTML, and did not', losing('html', { does: false }), refused('vault-failed')),
  way('says "done" without a body, and did not', losing('empty', { does: false }), refused('vault-failed')),
  way('500 after doing it', losing(500, { does: true }), done),
  way('500 before doing it, unreadable', losing(500, { does: false, reading: 500 }), open('old')),
  way('503 of a proxy, after doing it', losing(503, { does: true }), done),
  way('503 of a proxy, unreadable', losing(503, { does: true, reading: 503 }), open('new')),
  way('answers well, then unreadable', unreadable, open('new')),
  way('limits twice (429, Retry-After)', refuseWith(429, { 'retry-after': '0' }, 2), done),
  way('limits for longer than is waited', refuseWith(429, { 'retry-after': '60' }), refused('vault-failed')),
  way('is a secondary once (472)', refuseWith(472, { 'retry-after': '0' }, 1), done),
  way('is a standby once (473)', refuseWith(473, {}, 1), done),
  way('waits for replicated data once (412)', refuseWith(412, {}, 1), done),
  way('is sealed', refuseWith(503, { 'retry-after': '60' }, Infinity, sealedBody), refused('vault-failed')),
  way('has no active node for a moment', refuseWith(503, { 'retry-after': '0' }, 1, sealedBody), done),
  way('forbids it', refuseWith(403, {}), refused('vault-denied')),
  way('does not know PATCH', refuseWith(405, {}), refused('vault-failed')),
  way(
    'redirects to a listed node',
    redirecting((_, other) => other.address),
    done,
  ),
  way('is a standby that sends all to a listed node', standby, done),
  way('loses an answer, then redirects elsewhere, unreadable', divertedInDoubt, open('new')),
  way(
    'redirects to itself once',
    redirecting((vault) => vault.address, 1),
    done,
  ),
  way(
    'redirects to a host that is not listed',
    redirecting((_, other) => other.address.replace('127.0.0.1', 'localhost')),
    refused('vault-redirected'),
  ),
  way(
    'redirects to what is not encrypted',
    redirecting((_, other) => other.address.replace('https', 'http')),
    refused('vault-redirected'),
  ),
  way(
    'redirects without an address',
    redirecting(() => 'https://['),
    refused('vault-failed'),
  ),
  way('is overtaken by another writer', overtaken, refused('vault-changed', 'theirs')),
  way('does it, loses the answer, is overwritten', overwritten, refused('vault-changed', 'theirs')),
  way('does it late, after it was written again', late, done),
  way('does it late, before it is written again', lateButSooner, done),
  way('is gone after it was read', gone, refused('vault-failed')),
];
