import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armor } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unlocked } from '../../../../configurator/machine/identity/identity-text.ts';
import { openSealedFile } from '../../../../configurator/machine/sealed/open.ts';
import { sealKey } from '../../../../configurator/machine/sealed/seal-key.ts';
import { AccessKey } from '../../../../shared/access-key.ts';
import { confirmationCode } from '../../../../shared/codes.ts';
import { recipientFingerprint } from '../../../../shared/recipient.ts';
import { sealText } from '../../../../shared/seal.ts';
import { encodePayload, type SealedPayload } from '../../../../shared/sealed-payload.ts';
import { filesBelow } from '../../../canary/files.ts';
import { findSecret } from '../../../canary/find-secret.ts';
import { canary } from '../../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Ran, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
const before = 'PAYLINE_ACCESS_KEY=old0old0old0old0old0\n';

beforeEach(() => {
  box = makeSandbox();
  box.put(
    'cle.config.yaml',
    'version: 1\nmerchant: "17626983201234"\nenvironments: { homologation: [{ file: .env, set: { PAYLINE_ACCESS_KEY: accessKey } }] }\n',
  );
  box.put('.env', before);
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

/** Does something as another person, on another machine. */
async function elsewhere<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { CLE_HOME } = process.env;
  const home = join(box.root, name);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  vi.stubEnv('CLE_HOME', home);
  try {
    return await work();
  } finally {
    vi.stubEnv('CLE_HOME', CLE_HOME);
  }
}

const recipientText = async () => String(jsonOf(await box.cle(['recipient', '--json']))['text']);
const place = (name: string) => join(box.root, name);

/** As the merchant does it, for this recipient. */
async function seal(to: readonly string[], words: readonly string[] = [], key = keyJson(canary)) {
  const file = place('key.age');
  const ran = await elsewhere('merchant', () =>
    box.cle(['seal', ...to.flatMap((each) => ['--to', each]), '--output', file, '--json', ...words], {
      input: key,
    }),
  );
  expect(ran).toMatchObject({ status: 0 });
  return { file, code: String(jsonOf(ran)['confirmationCode']), ran };
}

const apply = (file: string, code: string, words: readonly string[] = []) =>
  box.cle(['apply', file, '--project', box.project, '--code', code, '--yes', '--json', ...words]);

async function refused(ran: Promise<Ran> | Ran, code: string, held = before): Promise<void> {
  const { status, out } = await ran;
  expect({ status, json: JSON.parse(out) }).toMatchObject({ status: 3, json: { ok: false, code } });
  expect(box.read('.env'), 'nothing may be written where a sealed key is refused').toBe(held);
  expect(out).not.toContain(canary);
}

const passphrase = 'correct horse battery staple';
const never = () => Promise.reject(new Error('nobody is to be asked'));

/** Seals a payload that none of our programs writes. */
async function craft(parts: Partial<SealedPayload>, change: (text: string) => string = (text) => text) {
  const { recipient } = jsonOf(await box.cle(['recipient', '--json'])) as { recipient: string };
  const payload: SealedPayload = {
    captureId: crypto.randomUUID(),
    key: AccessKey.parse(JSON.parse(keyJson(canary))),
    created: new Date(),
    expires: new Date(Date.now() + 60_000),
    recipients: [await recipientFingerprint(recipient)],
    ...parts,
  };
  const text = change(encodePayload(payload));
  const file = place('crafted.age');
  writeFileSync(file, await sealText(text, { recipients: [recipient] }));
  return { file, code: await confirmationCode(text) };
}

describe('a key that one person seals and another applies', () => {
  it('reaches its file, once; neither machine keeps it in clear anywhere else', async () => {
    const { file, code } = await seal([await recipientText()]);
    expect(await apply(file, code)).toMatchObject({ status: 0 });
    expect(box.read('.env')).toBe(`PAYLINE_ACCESS_KEY=${canary}\n`);
    const leaks = findSecret(canary, filesBelow(box.root)).map(({ place }) => place);
    expect(leaks.filter((name) => !name.endsWith(`${box.project}/.env`))).toEqual([]);
    expect(leaks).toHaveLength(1);
  });

  it('is refused the second time, and accepted again after it was undone', async () => {
    const { file, code } = await seal([await recipientText()]);
    await apply(file, code);
    await refused(apply(file, code), 'sealed-replayed', box.read('.env'));
    expect(await box.cle(['undo', '--yes', '--project', box.project])).toMatchObject({ status: 0 });
    expect(await apply(file, code)).toMatchObject({ status: 0 });
  });

  it('is installed again if the file has lost it since, but not over a later key', async () => {
    const { file, code } = await seal([await recipientText()]);
    await apply(file, code);
    box.put('.env', before);
    expect(await apply(file, code)).toMatchObject({ status: 0 });
    expect(box.read('.env')).toBe(`PAYLINE_ACCESS_KEY=${canary}\n`);
    const words = ['apply', '-', '--project', box.project, '--yes'];
    const input = keyJson('Zq7Kd0fP2xLw9Rb4TnVy', { merchantId: '17626983201234' });
    expect(await box.cle(words, { input })).toMatchObject({ status: 0 });
    await refused(apply(file, code), 'sealed-superseded', box.read('.env'));
    expect(box.read('.env')).toBe('PAYLINE_ACCESS_KEY=Zq7Kd0fP2xLw9Rb4TnVy\n');
  });

  it('can be armored on standard input too', async () => {
    const { file, code } = await seal([await recipientText()]);
    const words = ['apply', '-', '--project', box.project, '--code', code, '--yes'];
    expect(await box.cle(words, { input: `\uFEFF  \r\n${readFileSync(file, 'utf8')}\r\n ` })).toMatchObject({
      status: 0,
    });
  });

  it('is shown with its code before anything is written, in a dry run', async () => {
    const { file } = await seal([await recipientText()]);
    const ran = await box.cle(['apply', file, '--project', box.project, '--dry-run', '--json']);
    expect(jsonOf(ran)).toMatchObject({ ok: true, plan: { targets: [{ change: 'changed' }] } });
    expect(box.read('.env')).toBe(before);
  });

  it('is opened by each of several recipients, even after a rotation', async () => {
    const colleague = await elsewhere('colleague', recipientText);
    const { file, code } = await seal([colleague, await recipientText()]);
    const rotated = jsonOf(await box.cle(['recipient', '--rotate', '--json']));
    expect(await recipientText()).toBe(rotated['text']);
    expect(await apply(file, code)).toMatchObject({ status: 0 });
    box.put('.env', before);
    expect(await elsewhere('colleague', () => apply(file, code))).toMatchObject({ status: 0 });
  });

  it('is opened by the identity that CLE_IDENTITY_FILE names, as age-keygen writes it', async () => {
    const identity = place('ci.txt');
    execFileSync('age-keygen', ['-o', identity], { stdio: 'ignore' });
    chmodSync(identity, 0o600);
    const recipient = execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim();
    const { file, code } = await seal([recipient]);
    expect(execFileSync('age', ['-d', '-i', identity, file], { encoding: 'utf8' })).toContain(canary);
    await refused(apply(file, code), 'sealed-other-recipient');
    vi.stubEnv('CLE_IDENTITY_FILE', identity);
    expect(await apply(file, code)).toMatchObject({ status: 0 });
  });

  it('is not opened by an identity that others can read, that is in git, or that is invalid', async () => {
    const { file, code } = await seal([await recipientText()]);
    const identity = place('ci.txt');
    execFileSync('age-keygen', ['-o', identity], { stdio: 'ignore' });
    vi.stubEnv('CLE_IDENTITY_FILE', identity);
    for (const mode of [0o644, 0o640, 0o620, 0o604]) {
      chmodSync(identity, mode);
      await refused(apply(file, code), 'identity-exposed');
    }
    chmodSync(identity, 0o600);
    mkdirSync(place('.git'));
    await refused(apply(file, code), 'identity-file-in-git');
    vi.stubEnv('CLE_IDENTITY_FILE', place('nowhere.txt'));
    await refused(apply(file, code), 'identity-file-missing');
  });

  it('shows who can open it, never the key', async () => {
    const { ran } = await seal([await recipientText()]);
    expect(jsonOf(ran)).toMatchObject({
      key: { masked: '*****qV8', environment: 'homologation' },
      recipients: [{ controlCode: expect.stringMatching(/^\d{3}(?: \d{3}){5}$/) }],
      confirmationCode: expect.stringMatching(/^\d{3}(?: \d{3}){5}$/),
    });
    expect(ran.out).not.toContain(canary);
  });

  it('overwrites no file', async () => {
    const to = await recipientText();
    const { file } = await seal([to]);
    const again = elsewhere('merchant', () =>
      box.cle(['seal', '--to', to, '--output', file, '--json'], { input: keyJson(canary) }),
    );
    await refused(again, 'output-exists');
  });
});

describe('the age command', () => {
  it('opens a file that cle seals, and cle opens one that age armored again', async () => {
    const identity = place('own.txt');
    execFileSync('age-keygen', ['-o', identity], { stdio: 'ignore' });
    chmodSync(identity, 0o600);
    vi.stubEnv('CLE_IDENTITY_FILE', identity);
    const recipient = execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim();
    const { file, code } = await seal([recipient]);
    const plain = execFileSync('age', ['-d', '-i', identity, file]);
    for (const form of [[], ['-a']]) {
      const again = place(`again${form.length}.age`);
      execFileSync('age', ['-r', recipient, ...form, '-o', again], { input: plain });
      expect(await apply(again, code, form.length ? [] : ['--dry-run'])).toMatchObject({ status: 0 });
    }
  });
});

describe('a passphrase', () => {
  const key = AccessKey.parse(JSON.parse(keyJson(canary)));
  /** `age` asks only on a terminal, which `script` provides. */
  const age = (command: string, typed: string) =>
    execFileSync('script', ['-qec', command, '/dev/null'], { input: typed, encoding: 'utf8' });

  it('opens a file that was sealed to it, with cle and with age', async () => {
    const { armored, confirmationCode: code } = await sealKey(key, { passphrase }, 7);
    const opened = await openSealedFile(Buffer.from(armored), async () => passphrase);
    expect(opened.confirmationCode).toBe(code);
    expect(opened.key.reveal('accessKey')).toBe(canary);
    writeFileSync(place('p.age'), armored);
    age(`age -d -o ${place('plain')} ${place('p.age')}`, `${passphrase}\n`);
    expect(readFileSync(place('plain'), 'utf8')).toContain(canary);
    age(`age -p -a -o ${place('again.age')} ${place('plain')}`, `${passphrase}\n${passphrase}\n`);
    const again = await openSealedFile(readFileSync(place('again.age')), async () => passphrase);
    expect(again.confirmationCode).toBe(code);
  });

  it('that is wrong opens nothing, and a script is not asked for one', async () => {
    const { armored, confirmationCode: code } = await sealKey(key, { passphrase }, 7);
    await expect(openSealedFile(Buffer.from(armored), async () => `${passphrase}r`)).rejects.toMatchObject({
      code: 'sealed-wrong-passphrase',
    });
    writeFileSync(place('p.age'), armored);
    await refused(apply(place('p.age'), code), 'sealed-passphrase-needed');
  });

  it('is not asked for if an identity opens the file', async () => {
    const { file, code } = await seal([await recipientText()]);
    expect((await openSealedFile(readFileSync(file), never)).confirmationCode).toBe(code);
  });
});

/** A file for a passphrase whose header names another work factor than was used, so that it is made quickly. */
async function withWorkFactor(logN: number): Promise<Uint8Array> {
  const { armored } = await sealKey(
    AccessKey.parse(JSON.parse(keyJson(canary))),
    { passphrase, workFactor: 10 },
    7,
  );
  const binary = Buffer.from(armor.decode(armored)).toString('latin1');
  return Buffer.from(binary.replace(/^(-> scrypt \S+) 10$/m, `$1 ${logN}`), 'latin1');
}

describe('a passphrase that is slow to try', () => {
  it.each([19, 20])('is refused before it is asked for, at a work factor of %i', async (logN) => {
    const started = Date.now();
    await expect(openSealedFile(await withWorkFactor(logN), never)).rejects.toMatchObject({
      code: 'sealed-too-slow',
      params: { factor: logN, most: 18 },
    });
    expect(Date.now() - started, 'the work itself takes ten times that').toBeLessThan(5000);
  });

  it('is refused for an identity too', async () => {
    const file = place('identity.age');
    writeFileSync(file, await withWorkFactor(20), { mode: 0o600 });
    await expect(unlocked(readFileSync(file, 'latin1'), passphrase)).rejects.toMatchObject({
      code: 'sealed-too-slow',
    });
  });

  it('is tried at age’s own work factor', async () => {
    await expect(openSealedFile(await withWorkFactor(18), async () => 'another')).rejects.toMatchObject({
      code: 'sealed-wrong-passphrase',
    });
  });
});

describe('a sealed key that is refused', () => {
  it('is for another recipient', async () => {
    const { file, code } = await seal([await elsewhere('colleague', recipientText)]);
    await refused(apply(file, code), 'sealed-other-recipient');
  });

  it('was sealed again by its recipient for somebody else', async () => {
    const { file, code } = await craft({ recipients: ['0'.repeat(32)] });
    await refused(apply(file, code), 'sealed-other-recipient');
  });

  it('comes without its sender’s code, or with another', async () => {
    const { file, code } = await seal([await recipientText()]);
    await refused(apply(file, `${code.slice(0, -1)}${code.endsWith('0') ? 1 : 0}`), 'sealed-code-mismatch');
    const words = ['apply', file, '--project', box.project, '--yes', '--json'];
    const ran = await box.cle(words);
    await refused(ran, 'sealed-code-missing');
    expect(ran.out, 'a code that is printed where nobody compares it proves nothing').not.toContain(code);
  });

  it('comes with the eight digits of an older version', async () => {
    const { file, code } = await seal([await recipientText()]);
    const ran = await apply(file, code.replaceAll(' ', '').slice(0, 8));
    expect({ status: ran.status, json: jsonOf(ran) }).toMatchObject({
      status: 2,
      json: { message: expect.stringContaining('older version'), next: expect.stringContaining('update') },
    });
    expect(box.read('.env')).toBe(before);
  });

  it('was forged by somebody who knows the recipient', async () => {
    const { code } = await seal([await recipientText()]);
    const { file } = await craft({ key: AccessKey.parse(JSON.parse(keyJson(canary.toLowerCase()))) });
    await refused(apply(file, code), 'sealed-code-mismatch');
  });

  it('waited too long', async () => {
    const { file, code } = await craft({ expires: new Date(Date.now() - 1000) });
    await refused(apply(file, code), 'sealed-expired');
  });

  const day = 24 * 60 * 60 * 1000;
  const later = (days: number) => new Date(Date.now() + days * day);

  it.each([
    ['gives itself more than 30 days', { created: later(0), expires: later(31) }, 'sealed-too-long'],
    ['stays open for a thousand years', { expires: new Date('2999-01-01T00:00:00Z') }, 'sealed-too-long'],
    ['ends before it begins', { created: later(0.9), expires: later(0.5) }, 'sealed-too-long'],
    ['was made the day after tomorrow', { created: later(2), expires: later(9) }, 'sealed-from-future'],
  ])('%s', async (_, dates, refusal) => {
    const { file, code } = await craft(dates);
    await refused(apply(file, code), refusal);
  });

  it('is accepted with dates at the limits: 30 days, and a clock almost a day ahead', async () => {
    const { file, code } = await craft({ created: later(0.9), expires: later(30.9) });
    expect(await apply(file, code)).toMatchObject({ status: 0 });
  });

  it('was made by a newer version', async () => {
    const { file, code } = await craft({}, (text) => text.replace('"v":1', '"v":2'));
    await refused(apply(file, code), 'sealed-newer');
  });

  it.each([
    ['another field', (text: string) => text.replace('{', '{"extra":1,')],
    ['a field twice', (text: string) => text.replace('{', '{"v":1,')],
    ['no JSON', () => 'Basic abc'],
    ['a text that is not UTF-8 once decoded', (text: string) => `${text}\uFFFD`],
  ])('holds %s', async (_, change) => {
    const { file, code } = await craft({}, change);
    await refused(apply(file, code), 'sealed-malformed');
  });

  it('is for another merchant', async () => {
    const { file, code } = await seal(
      [await recipientText()],
      [],
      keyJson(canary, { merchantId: '98765432109876' }),
    );
    await refused(apply(file, code), 'merchant-mismatch');
  });

  it('is for another environment', async () => {
    const key = keyJson(canary, { environment: 'production' });
    const { file, code } = await seal([await recipientText()], [], key);
    await refused(apply(file, code), 'project-environment-missing');
    await refused(apply(file, code, ['--environment', 'homologation']), 'environment-mismatch');
  });

  it('comes with a second one in its file', async () => {
    const { file, code } = await seal([await recipientText()]);
    writeFileSync(file, readFileSync(file, 'utf8').repeat(2));
    await refused(apply(file, code), 'sealed-several');
  });

  it('is a megabyte of anything', async () => {
    const file = place('junk.age');
    writeFileSync(file, Buffer.alloc(1024 * 1024, 'junk'));
    await refused(apply(file, '482 019 773 650 118 904'), 'input-too-large');
    writeFileSync(file, `${readFileSync(file, 'latin1').slice(0, 1000)}`);
    await refused(apply(file, '482 019 773 650 118 904'), 'sealed-not-age');
  });

  it('had one bit changed, anywhere', async () => {
    const { file, code } = await seal([await recipientText()]);
    const armored = readFileSync(file);
    const codes = new Set<string>();
    for (let at = 0; at < armored.length; at += 7) {
      const changed = Buffer.from(armored);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 7));
      if (changed.toString().replace(/\s/g, '') === armored.toString().replace(/\s/g, '')) continue;
      writeFileSync(file, changed);
      const ran = await apply(file, code);
      codes.add(String(jsonOf(ran)['code']));
      expect(ran.status, `a bit of byte ${at} changed`).toBe(3);
    }
    expect(box.read('.env')).toBe(before);
    expect([...codes].filter((each) => !/^sealed-(damaged|not-age|other-recipient)$/.test(each))).toEqual([]);
  });

  it('was cut off, anywhere', async () => {
    const { file, code } = await seal([await recipientText()]);
    const armored = readFileSync(file);
    for (let at = 0; at < armored.length - 1; at += 11) {
      writeFileSync(file, armored.subarray(0, at));
      expect((await apply(file, code)).status, `cut at ${at}`).toBe(3);
    }
    expect(box.read('.env')).toBe(before);
  });
});
