import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Who may import whom, by top-level folder. */
const allowed: Record<string, readonly string[]> = {
  shared: ['shared'],
  extension: ['extension', 'shared'],
  configurator: ['configurator', 'shared'],
};

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function imports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

describe.each(Object.keys(allowed))('%s/', (folder) => {
  it.each(sources(folder))('%s imports only what its folder may', (file) => {
    const folders = imports(file)
      .filter((path) => path.startsWith('.'))
      .map((path) => relative(root, resolve(root, dirname(file), path)).split('/')[0] ?? '');
    const foreign = folders.filter((name) => name !== 'package.json' && !allowed[folder]?.includes(name));
    expect(
      foreign,
      `${file}: ${folder}/ may import ${allowed[folder]?.join(' and ')} only; move what both need to shared/`,
    ).toEqual([]);
  });
});

/** The configurator's rooms, from the top to the ground: each imports only from those below it. */
const rooms = ['cli', 'native-host', 'inspect', 'install', 'project', 'formats', 'machine'];

/** The room of a file; `undefined` for a program or build script beside the rooms. */
function roomOf(file: string): string | undefined {
  const [folder, room, ...rest] = file.split('/');
  return folder === 'configurator' && rest.length > 0 ? room : undefined;
}

function importedFiles(file: string): string[] {
  return imports(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(root, resolve(root, dirname(file), path)));
}

describe('the rooms of configurator/', () => {
  it('are those that CONTRIBUTING.md lists', () => {
    const found = readdirSync(join(root, 'configurator'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'docs')
      .map(({ name }) => name);
    expect(
      found.sort(),
      'configurator/: put the file into one of the rooms, or describe the new room in CONTRIBUTING.md and list it here',
    ).toEqual([...rooms].sort());
  });

  it.each(sources('configurator').filter(roomOf))('%s imports only downwards', (file) => {
    const own = rooms.indexOf(roomOf(file) ?? '');
    const upwards = importedFiles(file).filter((path) => {
      const room = roomOf(path);
      return path.startsWith('configurator/') && (room === undefined || rooms.indexOf(room) < own);
    });
    expect(
      upwards,
      `${file}: ${rooms[own]}/ may import only from ${rooms.slice(own).join('/, ')}/ and shared/; move what it needs down, or hand it in as an argument`,
    ).toEqual([]);
  });
});

/** What a file imports, without the types that it takes from its own folder. */
function needs(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^(import|export)( type)? [^;]*?from '(\.[^']+)';/gms)]
    .map(([, , type, path = '']) => ({ type, path: relative(root, resolve(root, dirname(file), path)) }))
    .filter(({ type, path }) => !(type && dirname(path) === dirname(file)))
    .map(({ path }) => path);
}

/** A way from a file back to itself, if there is one. */
function circle(file: string, path: readonly string[], done: Set<string>): string[] | undefined {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (done.has(file) || !/\.tsx?$/.test(file)) return undefined;
  done.add(file);
  for (const needed of needs(file)) {
    const found = circle(needed, [...path, file], done);
    if (found) return found;
  }
  return undefined;
}

describe('imports', () => {
  it('go in no circle', () => {
    const done = new Set<string>();
    const circles = Object.keys(allowed)
      .flatMap(sources)
      .map((file) => circle(file, [], done))
      .filter((found) => found !== undefined);
    expect(
      circles,
      'files that import each other: move what both need into a third, or hand it in as an argument (types in one folder are free)',
    ).toEqual([]);
  });
});

/** Libraries that run everywhere: no node:, no DOM, no browser. */
const portable: readonly string[] = ['valibot', '@scure/base', 'age-encryption'];

describe('the top level', () => {
  it('holds what it is to hold, and nothing more', () => {
    const known = [
      'configurator',
      'extension',
      'shared',
      'test',
      'node_modules',
      'package.json',
      'package-lock.json',
    ];
    const others = readdirSync(root).filter(
      (name) =>
        !known.includes(name) && !/^\.|\.md$|^LICENSE$|^(?:wxt\.config\.ts|tsconfig\.json)$/.test(name),
    );
    expect(others, 'put the file into extension/, configurator/, shared/ or test/').toEqual([]);
  });
});

describe('shared/', () => {
  it.each(sources('shared'))('%s runs everywhere', (file) => {
    const foreign = imports(file).filter((path) => !path.startsWith('.') && !portable.includes(path));
    expect(
      foreign,
      `${file}: shared/ runs in both programs: no node:, no browser, no library but ${portable.join(', ')}`,
    ).toEqual([]);
  });
});

describe('configurator/formats/', () => {
  it.each(sources('configurator/formats'))('%s does no I/O', (file) => {
    const foreign = imports(file).filter((path) =>
      /^(node:)?(fs|child_process|net|http|os|process)\b/.test(path),
    );
    expect(
      foreign,
      `${file}: a format takes text and gives edits; read and write in configurator/install/`,
    ).toEqual([]);
  });
});

describe('configurator/', () => {
  it.each(sources('configurator'))('%s does not ask a key for its bytes', (file) => {
    expect(
      readFileSync(join(root, file), 'utf8').match(/\.export\(/g) ?? [],
      `${file}: name an encoding to \`generateKeyPairSync\`: in Node 20, \`export\` of a key it made may never come back`,
    ).toEqual([]);
  });
});

describe('what is done in one place only', () => {
  const programs = 'configurator/machine/programs.ts';

  it.each(sources('configurator').filter((file) => file !== programs))(
    '%s starts no program by itself',
    (file) => {
      const found = imports(file).filter((path) =>
        /^(node:)?(child_process|cluster|worker_threads)$/.test(path),
      );
      expect(
        found,
        `${file}: call run, runSync or start of ${programs}: they take an absolute path (findProgram), a chosen environment, a time limit, and end the whole tree`,
      ).toEqual([]);
    },
  );

  const files = 'configurator/machine/files.ts';

  it.each(sources('configurator').filter((file) => file !== files && !/build\.ts$/.test(file)))(
    '%s replaces and removes no file by itself',
    (file) => {
      const text = readFileSync(join(root, file), 'utf8');
      expect(
        text.match(/\b(?:renameSync|unlinkSync|rmSync|rename\(|unlink\(|rm\()/g) ?? [],
        `${file}: call replaceFile, removeFile or removeIfThere of ${files}: on Windows a scanner may have the file open`,
      ).toEqual([]);
    },
  );

  const inside = 'configurator/machine/inside.ts';
  /** The build names modules, and writes nothing where a key goes. */
  const build = 'configurator/build.ts';
  const decides = /\brelative\(|startsWith\((['"`])\.\./;

  it.each(sources('configurator').filter((file) => file !== inside && file !== build))(
    '%s leaves it to one function what is inside a folder',
    (file) => {
      const lines = readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter((line) => decides.test(line));
      expect(
        lines,
        `${file}: call wayInside of ${inside}: the way to another drive of Windows is absolute and has no ".."`,
      ).toEqual([]);
    },
  );
});
