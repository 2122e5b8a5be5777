import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const minutes = 3 * 60_000;
/** What a store's visitor downloads, in bytes. */
const largest = 150_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cle-package-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Builds and packs the extension as `npm run zip` does, elsewhere. */
function pack(browser: string, name: string): string {
  const outBaseDir = join(folder, `${browser}-${name}`);
  const settings = { root, browser, logger: undefined, outDir: outBaseDir };
  const program = `import { zip } from 'wxt'; await zip(${JSON.stringify(settings)})`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: root, stdio: 'pipe' });
  const archive = readdirSync(outBaseDir).find((file) => file.endsWith('.zip'));
  if (!archive) throw new Error(`"${outBaseDir}" holds no package`);
  return join(outBaseDir, archive);
}

describe.each(['chrome', 'firefox'])('the package for %s', (browser) => {
  it(
    'is the same, byte for byte, whenever and wherever it is built, and small',
    () => {
      const [one, other] = [pack(browser, 'one'), pack(browser, 'another')];
      const isSame = readFileSync(one).equals(readFileSync(other));
      expect(isSame, 'find what changes from build to build: unzip both and compare').toBe(true);
      expect(statSync(one).size, 'look what has grown: npx wxt build --analyze').toBeLessThanOrEqual(largest);
    },
    minutes,
  );
});
