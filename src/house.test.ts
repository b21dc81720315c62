/**
 * Guards the guard: lint holds the walls between the folders, and this shows that each of them bites.
 * By hand, for any file: `npx oxlint --type-aware src/auth/vault.ts`.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

interface Override {
  files: string[];
  rules: { 'no-restricted-imports'?: [string, { patterns: { group: string[] }[] }] };
}

const overrides = (
  JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as { overrides: Override[] }
).overrides;

/** The folders that a folder may import from, read from its row; `undefined` without a row. */
function row(folder: string): string[] | undefined {
  const rule = overrides.find(
    ({ files, rules }) => files.includes(`src/${folder}/**`) && rules['no-restricted-imports'],
  )?.rules['no-restricted-imports'];
  const group = rule?.[1].patterns.find((pattern) => pattern.group[0] === '#*/**')?.group;
  return group?.slice(1).map((allowed) => allowed.slice(2, -3));
}

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && path !== 'house.test.ts')
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));

/** Lint lets the two files of the world door name the simulator; that they do so by `import()` is for this to see. */
function staticImportsOfSimulator({ path, text }: { path: string; text: string }): string[] {
  // Tests, and what they share, are in no build.
  if (path.startsWith('simulator/') || /\.(test|test-kit)\.tsx?$/.test(path)) return [];
  return [...text.matchAll(/(?:\bfrom|\bimport)\s+['"]#simulator\/[^'"]+['"]/g)].map(
    ([found]) => `${path}: ${found}`,
  );
}

describe('every source file', () => {
  test('lives in a folder that has its row in .oxlintrc.json', () => {
    const folders = readdirSync(src, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.filter((folder) => row(folder) === undefined)).toEqual([]);
  });

  test('is imported by its own name: there is no index file', () => {
    expect(sources.filter(({ path }) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
  });

  test('draws what comes later with lazyPart, which can be tried again: React.lazy keeps a failure for ever', () => {
    const users = sources.filter(({ text }) =>
      /import \{[^}]*\blazy\b[^}]*\} from 'react'/.test(text),
    );
    expect(users.map(({ path }) => path)).toEqual([]);
    expect(sources.filter(({ text }) => text.includes('lazyPart(')).length).toBeGreaterThan(10);
  });

  test('names what it imports by sibling or by folder, never through a parent, and with the extension', () => {
    const wrong = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([.#][^'"]*)['"]/g)]
        .map(([, specifier = '']) => specifier)
        .filter((name) => name.startsWith('..') || !/\.(tsx?|css|mjs)(\?[\w&]+)?$/.test(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('that is the world door opens the simulator by import(), so that no first load holds it', () => {
    expect(sources.flatMap(staticImportsOfSimulator)).toEqual([]);
  });

  test('would be found if it imported the simulator in the plain way', () => {
    const path = 'app/world.ts';
    const plain = "import { createTenant } from '#simulator/tenant.ts';";
    expect(staticImportsOfSimulator({ path, text: plain })).toHaveLength(1);
    const bare = "import '#simulator/microsoft-page.css';";
    expect(staticImportsOfSimulator({ path, text: bare })).toHaveLength(1);
    const door = "const { createTenant } = await import('#simulator/tenant.ts');";
    expect(staticImportsOfSimulator({ path, text: door })).toEqual([]);
  });
});

/** One forbidden thing per file, the rule that must report it, and what the wall is for. */
const offences: [wall: string, path: string, code: string, rule: string][] = [
  ['lib knows no other folder', 'lib/a.ts', "export { x } from '#config/x.ts';", 'imports'],
  ['contract knows no other folder', 'contract/a.ts', "export { x } from '#lib/x.ts';", 'imports'],
  ['config knows only lib', 'config/a.ts', "export { x } from '#http/x.ts';", 'imports'],
  ['http knows nothing of signing in', 'http/a.ts', "export { x } from '#auth/x.ts';", 'imports'],
  ['auth knows nothing of the APIs', 'auth/a.ts', "export { x } from '#api/x.ts';", 'imports'],
  ['auth could stand in a worker', 'auth/b.ts', "export { useState } from 'react';", 'imports'],
  [
    'api has no cache of its own',
    'api/a.ts',
    "export { x } from '@tanstack/react-query';",
    'imports',
  ],
  ['ui is dumb', 'ui/a.ts', "export { x } from '#auth/x.ts';", 'imports'],
  ['shell knows no feature', 'shell/a.ts', "export { x } from '#features/mail/x.ts';", 'imports'],
  [
    'no feature knows another',
    'features/mail/a.ts',
    "export { x } from '#features/contacts/x.ts';",
    'imports',
  ],
  [
    'no feature meets the simulator',
    'features/mail/b.ts',
    "export { x } from '#simulator/x.ts';",
    'imports',
  ],
  [
    'only the world door meets the simulator',
    'app/routes.tsx',
    "export const x = () => import('#simulator/x.ts');",
    'imports',
  ],
  [
    'the simulator shares shapes, never behaviour',
    'simulator/a.ts',
    "export { x } from '#auth/x.ts';",
    'imports',
  ],
  ['nor do its tests', 'simulator/a.test.ts', "export { x } from '#config/x.ts';", 'imports'],
  ['types count as well', 'auth/c.ts', "export type { X } from '#shell/x.ts';", 'imports'],
  ['no way up', 'auth/d.ts', "export { x } from '../http/x.ts';", 'imports'],
  ['no way up for tests', 'auth/d.test.ts', "export { x } from '../http/x.ts';", 'imports'],
  ['no way down', 'simulator/b.ts', "export { x } from './seed/x.ts';", 'imports'],
  ['one file sends', 'api/b.ts', "export const x = () => fetch('/');", 'globals'],
  [
    'also not by another name',
    'api/c.ts',
    "export const x = () => window.fetch('/');",
    'properties',
  ],
  ['nor in the old way', 'auth/e.ts', 'export const x = new XMLHttpRequest();', 'globals'],
  ['storage has named files', 'auth/f.ts', "localStorage.setItem('a', 'b');", 'globals'],
  ['also the tab’s', 'shell/b.ts', "sessionStorage.setItem('a', 'b');", 'globals'],
  [
    'the file for the one is not for the other',
    'auth/redirect/pending-sign-in.ts',
    "localStorage.setItem('a', 'b');",
    'globals',
  ],
  [
    'no database but the tenant’s',
    'api/d.ts',
    "export const x = globalThis.indexedDB.open('a');",
    'properties',
  ],
  ['no cookies', 'auth/g.ts', "document.cookie = 'a=b';", 'properties'],
  ['named exports only', 'lib/b.ts', 'export default 1;', 'import(no-default-export)'],
  ['kebab-case', 'lib/NotThis.ts', 'export const x = 1;', 'unicorn(filename-case)'],
  ['300 lines', 'lib/c.ts', `export const x = [\n${'  1,\n'.repeat(300)}];`, 'eslint(max-lines)'],
  ['no any', 'lib/d.ts', 'export const x: any = 1;', 'typescript(no-explicit-any)'],
  [
    'no circle',
    'lib/e.ts',
    "import { y } from './f.ts';\nexport const x = () => y;",
    'import(no-cycle)',
  ],
  [
    'a promise is awaited',
    'lib/g.ts',
    'async function f() {}\nexport const x = () => {\n  f();\n};',
    'typescript(no-floating-promises)',
  ],
  [
    'only errors are thrown',
    'lib/h.ts',
    "export const x = () => {\n  throw 'no';\n};",
    'typescript(only-throw-error)',
  ],
  [
    'every case is met',
    'lib/i.ts',
    "export const x = (a: 'b' | 'c') => {\n  switch (a) {\n    case 'b':\n      return 1;\n  }\n  return 2;\n};",
    'typescript(switch-exhaustiveness-check)',
  ],
];

const innocent: Record<string, string> = {
  'lib/f.ts': "import { x } from './e.ts';\nexport const y = () => x;",
  'http/send.ts': 'export const send = (url: string) => fetch(url);',
  'auth/redirect/sign-in-hint.ts': "export const keep = () => sessionStorage.setItem('a', 'b');",
  'auth/z.ts': "export { send } from '#http/send.ts';\nexport { keep } from './sign-in-hint.ts';",
  'features/mail/z.ts': "export { send } from '#http/send.ts';\nexport { useState } from 'react';",
  'app/simulated-world.ts': "export const open = () => import('#simulator/c.ts');",
  'simulator/c.ts': 'export const x = 1;',
};

describe('lint reports', () => {
  const copy = mkdtempSync(join(tmpdir(), 'house-'));
  const reported = new Map<string, string[]>();

  beforeAll(() => {
    copyFileSync(join(root, '.oxlintrc.json'), join(copy, '.oxlintrc.json'));
    copyFileSync(join(root, 'tsconfig.json'), join(copy, 'tsconfig.json'));
    copyFileSync(join(root, 'package.json'), join(copy, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const files = [...offences.map(([, path, code]) => [path, code]), ...Object.entries(innocent)];
    for (const [path = '', code = ''] of files) {
      mkdirSync(dirname(join(copy, 'src', path)), { recursive: true });
      writeFileSync(join(copy, 'src', path), code);
    }
    for (const { filename, code } of lint(copy)) {
      const path = filename.replaceAll('\\', '/').replace(/^.*?src\//, '');
      reported.set(path, [...(reported.get(path) ?? []), code]);
    }
  }, 60_000);

  afterAll(() => rmSync(copy, { recursive: true }));

  test.each(offences)('%s (%s)', (_wall, path, _code, rule) => {
    expect(reported.get(path)).toContainEqual(
      rule.includes('(') ? rule : `eslint(no-restricted-${rule})`,
    );
  });

  test.each(Object.keys(innocent).filter((path) => path !== 'lib/f.ts'))(
    'nothing against what is allowed (%s)',
    (path) => {
      expect(reported.get(path)).toBeUndefined();
    },
  );
});

function lint(folder: string): { filename: string; code: string }[] {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  let output: string;
  try {
    output = execFileSync(process.execPath, [oxlint, '--type-aware', '-f', 'json', 'src'], {
      cwd: folder,
      encoding: 'utf8',
    });
  } catch (error) {
    // Findings are its exit code 1; what it found is on stdout all the same.
    output = (error as { stdout: string }).stdout;
  }
  return (JSON.parse(output) as { diagnostics: { filename: string; code: string }[] }).diagnostics;
}
