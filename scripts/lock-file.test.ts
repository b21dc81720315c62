import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly resolved?: string;
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

test('every package that is installed everywhere is held to the hash of its contents', () => {
  const required = installed.filter(([, { optional }]) => !optional);
  expect(required.length).toBeGreaterThan(100);
  expect(
    required.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')),
  ).toEqual([]);
});

test('no package comes from anywhere but the registry', () => {
  const elsewhere = installed.filter(
    ([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
  );
  expect(elsewhere).toEqual([]);
  expect(installed.filter(([, { version }]) => !/^\d+\.\d+\.\d/.test(version ?? ''))).toEqual([]);
});

test('what package.json names, it names exactly', () => {
  const { dependencies, devDependencies } = read('package.json');
  const wanted = { ...(dependencies as object), ...(devDependencies as object) };
  const differing = Object.entries(wanted).filter(
    ([name, version]) =>
      !/^\d+\.\d+\.\d+$/.test(String(version)) ||
      packages[`node_modules/${name}`]?.version !== version,
  );
  expect(Object.keys(wanted).length).toBeGreaterThan(20);
  expect(differing).toEqual([]);
});
