import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { win32 } from 'node:path';
import process from 'node:process';
import { encodeFrame, readFrames } from '../../../configurator/native-host/frames.ts';
import { chromiumId } from '../../../shared/extension-ids.ts';
import { wireVersion } from '../../../shared/wire.ts';
import { cle, done, env, home, jsonOf, local, must, registry, roaming, state, windows } from './windows.ts';

const { join } = win32;
const launcher = join(state, 'host', 'cle_en_main.bat');
const chromesKey = `HKCU\\${registry}\\Software\\Google\\Chrome\\NativeMessagingHosts\\cle_en_main`;

interface Changes {
  readonly entries: readonly { readonly change: string; readonly place: string }[];
}

const changesOf = (words: readonly string[]) => {
  const { entries } = jsonOf(done(cle(home, [...words, '--yes', '--json']))) as unknown as Changes;
  return entries.map(({ change }) => change);
};

export const browserSteps: Readonly<Record<string, () => Promise<void> | void>> = {
  'connect: below a name with accents, all is well the second time': () => {
    for (const folder of [
      join(local, 'Google', 'Chrome', 'User Data'),
      join(local, 'Microsoft', 'Edge', 'User Data'),
      join(roaming, 'Mozilla', 'Firefox'),
    ])
      mkdirSync(folder, { recursive: true });
    must(new Set(changesOf(['connect'])).has('added'), 'something added');
    const again = changesOf(['connect']);
    must(
      again.every((change) => change === 'unchanged'),
      'nothing changed the second time',
      again,
    );
    const text = readFileSync(launcher, 'latin1');
    must(/^[\r\n -~]*$/.test(text), 'a launcher in ASCII', text);
  },

  'reg query shows the keys, and none in the real place': () => {
    const { out } = done(windows('reg.exe', 'query', chromesKey, '/ve'));
    // Its letters are those of the code page, so accents are not compared here.
    must(/REG_SZ\s+C:\\Users\\H.*cle_en_main\.json/.test(out), 'a manifest', out);
    const real = windows('reg.exe', 'query', chromesKey.replace(`${registry}\\`, ''), '/ve');
    must(real.status !== 0, 'the real key untouched', real.out);
  },

  'doctor finds that all is well, twice': () => {
    for (const time of ['first', 'second']) {
      const ran = cle(home, ['doctor', '--json']);
      must(ran.status === 0, `status 0 the ${time} time`, ran.out + ran.err);
      const { host, identity } = jsonOf(ran) as { host: { version: string | null }; identity: unknown };
      must(host.version !== null, 'a host that answers');
      // Wine's `icacls` prints nothing; elsewhere this is `owner`.
      must(
        JSON.stringify(identity) === '{"keeper":"nobody","readers":"unknown"}',
        'what protects it',
        identity,
      );
    }
  },

  'the launcher answers frames through named pipes, as Chrome starts it': async () => {
    const replies = await asChrome([{ type: 'hello' }, { type: 'projects' }]);
    const [hello, projects] = replies;
    must(
      hello?.['ok'] === true && String(hello['recipient']).startsWith('age1'),
      'an answer to hello',
      hello,
    );
    const { recipient } = jsonOf(done(cle(home, ['recipient', '--json'])));
    must(hello?.['recipient'] === recipient, 'the identity of this program', [
      hello?.['recipient'],
      recipient,
    ]);
    must(projects?.['ok'] === true, 'an answer to projects', projects);
  },

  'disconnect takes away what is ours, and leaves a key that leads elsewhere': () => {
    const other = 'D:\\another\\cle_en_main.json';
    done(windows('reg.exe', 'add', chromesKey, '/ve', '/t', 'REG_SZ', '/d', other, '/f'));
    changesOf(['disconnect']);
    must(!existsSync(launcher), 'no launcher');
    const { out } = done(windows('reg.exe', 'query', chromesKey, '/ve'));
    must(out.includes(other), 'the other key', out);
    const edge = windows('reg.exe', 'query', chromesKey.replace('Google\\Chrome', 'Microsoft\\Edge'), '/ve');
    must(edge.status !== 0, 'no key of ours', edge.out);
  },

  'the language is that of Windows where no variable says': () => {
    const french = /Utilisation|commandes/i;
    const locale = new Intl.DateTimeFormat().resolvedOptions().locale;
    const { out } = done(cle(home, ['--help']));
    must(french.test(out) === /^fr\b/.test(locale), `the language of ${locale}`, out.slice(0, 300));
    must(french.test(done(cle(home, ['--help'], '', { LANG: 'fr_FR' })).out), 'French where LANG says so');
  },
};

/**
 * Starts the launcher by cmd.exe with two named pipes for its input and output, as Chromium's `launch_context_win.cc` does, and
 * asks it things.
 */
async function asChrome(requests: readonly object[]): Promise<Record<string, unknown>[]> {
  const name = (way: string) => `\\\\.\\pipe\\chrome.nativeMessaging.${way}.${process.pid}`;
  const [input, output] = [listen(name('in')), listen(name('out'))];
  const origin = `chrome-extension://${chromiumId}/`;
  const line = `""${launcher}" ${origin} --parent-window=0 < ${name('in')} > ${name('out')}"`;
  const child = spawn(env['ComSpec'] ?? '', ['/d', '/s', '/c', line], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    windowsVerbatimArguments: true,
  });
  const [toHost, fromHost] = await Promise.all([input.connected, output.connected]);
  const replies = readFrames(fromHost);
  const answers: Record<string, unknown>[] = [];
  for (const request of requests) {
    toHost.write(encodeFrame({ v: wireVersion, id: 'one', ...request }));
    const { value } = await replies.next();
    must(value !== undefined, 'an answer');
    answers.push(JSON.parse(new TextDecoder().decode(value as Uint8Array)) as Record<string, unknown>);
  }
  toHost.end();
  await new Promise((ended) => child.once('exit', ended));
  for (const { close } of [input, output]) close();
  return answers;
}

function listen(path: string) {
  let close = () => {};
  const connected = new Promise<Socket>((resolve) => {
    const server = createServer(resolve).listen(path);
    close = () => server.close();
  });
  return { connected, close: () => close() };
}
