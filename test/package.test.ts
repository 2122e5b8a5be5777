import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../configurator/build.ts';
import { noticesFile, noticesFor } from '../configurator/third-party-notices.ts';

const root = resolve(import.meta.dirname, '..');
const minutes = 10 * 60_000;
/** What a store's visitor downloads, in bytes. */
const largest = 180_000;
const extensions = ['cle-en-main-0.1.0-chrome.zip', 'cle-en-main-0.1.0-firefox.zip'];
const packages = [...extensions, 'cle-en-main-0.1.0.tgz'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cle-package-'));
});
afterAll(() => rmSync(folder, { recursive: true }), 60_000);

/** Builds and packs both programs from a copy of the sources and libraries, as somebody else would. */
function packElsewhere(name: string, umask: string, zone: string): string {
  const copy = join(folder, name);
  mkdirSync(copy);
  const libraries = realpathSync(join(root, 'node_modules'));
  const script = `umask ${umask}
    git ls-files -coz --exclude-standard | xargs -0 cp --parents -t '${copy}'
    cp -al '${libraries}' '${copy}/node_modules' 2>/dev/null || cp -a '${libraries}' '${copy}/node_modules'
    cd '${copy}' && npm run build:configurator && npx wxt zip -b chrome && npx wxt zip -b firefox &&
      npm pack --pack-destination .output`;
  // Of the environment of a test, libraries take that they are being worked on, and put folders into what they build.
  const { PATH, HOME } = process.env;
  execFileSync('sh', ['-c', script], { cwd: root, env: { PATH, HOME, TZ: zone }, stdio: 'pipe' });
  return join(copy, '.output');
}

/** What an archive names, and the text of its notices. */
function inside(archive: string): { names: string; notices: string } {
  if (archive.endsWith('.tgz')) {
    const names = execFileSync('tar', ['-tf', archive], { encoding: 'utf8' });
    const member = `package/.output/configurator/${noticesFile}`;
    return { names, notices: execFileSync('tar', ['-xOf', archive, member], { encoding: 'utf8' }) };
  }
  const names = execFileSync('unzip', ['-Z1', archive], { encoding: 'utf8' });
  return { names, notices: execFileSync('unzip', ['-p', archive, noticesFile], { encoding: 'utf8' }) };
}

describe('the packages', () => {
  it(
    'are the same, byte for byte, wherever, whenever and by whomever they are built, and small',
    () => {
      const one = packElsewhere('one', '022', 'UTC');
      const other = packElsewhere('another place', '077', 'Pacific/Kiritimati');
      const differing = packages.filter(
        (name) => !readFileSync(join(one, name)).equals(readFileSync(join(other, name))),
      );
      expect(differing, 'find what changes from build to build: unpack both and compare').toEqual([]);
      for (const name of extensions) {
        const { size } = statSync(join(one, name));
        expect(size, 'look what has grown: npx wxt build --analyze').toBeLessThanOrEqual(largest);
      }
      for (const name of packages) {
        const { names, notices } = inside(join(one, name));
        expect(names).toContain(noticesFile);
        expect(notices).toContain('age-encryption');
      }
    },
    minutes,
  );
});

/** The folders of the packages that these modules come from. */
function foldersOf(modules: readonly string[]): string[] {
  const found = modules.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(found)].sort();
}

/** What a package asks to be said of it. */
function wanted(of: string): string[] {
  const { name, version, license } = JSON.parse(readFileSync(join(of, 'package.json'), 'utf8')) as Record<
    'name' | 'version' | 'license',
    string
  >;
  const texts = readdirSync(of)
    .filter((file) => /^licen[cs]e/i.test(file))
    .map((file) => readFileSync(join(of, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return [`${name} ${version}\n${license}\n`, ...texts];
}

describe('the notices of what others made', () => {
  it('name each package in the configurator, also those that others bring along, with its licence', async () => {
    const outdir = join(folder, 'configurator');
    const sources = [...(await bundle(outdir)).values()].flat();
    const notices = readFileSync(join(outdir, noticesFile), 'utf8');
    const folders = foldersOf(sources.map((path) => resolve(root, path)));
    expect(folders.length).toBeGreaterThan(30);
    for (const each of folders) for (const text of wanted(each)) expect(notices, each).toContain(text);
    for (const license of ['BSD-3-Clause', 'Apache-2.0', 'MIT', 'ISC']) expect(notices).toContain(license);
  });

  it(
    'name each package in the extension, as its source maps do',
    () => {
      const outdir = join(folder, 'extension');
      const program = `import { build } from 'wxt';
        await build({ root: ${JSON.stringify(root)}, browser: 'firefox', outDir: ${JSON.stringify(outdir)},
          vite: () => ({ build: { sourcemap: true } }) })`;
      execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
        cwd: root,
        stdio: 'pipe',
      });
      const [built = ''] = readdirSync(outdir);
      const maps = readdirSync(join(outdir, built), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.map'))
        .map((name) => join(outdir, built, name));
      const sources = maps.flatMap((map) => {
        const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] };
        return sources.map((source) => resolve(map, '..', source));
      });
      const notices = readFileSync(join(outdir, built, noticesFile), 'utf8');
      const folders = foldersOf(sources);
      expect(folders.length).toBeGreaterThan(6);
      for (const each of folders) for (const text of wanted(each)) expect(notices, each).toContain(text);
      expect(notices).toContain('Mozilla Public License Version 2.0');
    },
    minutes,
  );

  it('stop the build where a package does not say under which licence it is', () => {
    const silent = 'node_modules/silent/index.js';
    mkdirSync(join(folder, 'node_modules/silent'), { recursive: true });
    const say = (about: object) =>
      execFileSync('tee', [join(folder, 'node_modules/silent/package.json')], {
        input: JSON.stringify({ name: 'silent', version: '1.0.0', ...about }),
      });
    say({});
    expect(() => noticesFor([silent], folder)).toThrow('names no licence');
    say({ license: 'MPL-2.0' });
    expect(() => noticesFor([silent], folder)).toThrow('"silent" has no text of its licence, MPL-2.0');
  });
});
