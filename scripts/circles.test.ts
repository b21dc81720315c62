import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { circlesIn, importsOf } from './circles.mjs';

function built(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'circles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('scripts that import each other are found, however far the way round is', () => {
  const folder = built({
    'a.js': 'import{x as y}from"./b.js";export{y}',
    'b.js': 'import"./c.js";export const x=1',
    'c.js': 'export{z}from"./b.js"',
    'd.js': 'import{y}from"./a.js";',
  });
  expect(circlesIn(folder)).toEqual([['b.js', 'c.js']]);
});

test('a script that is loaded when it is needed closes no circle', () => {
  const folder = built({
    'a.js': 'import{x}from"./b.js";',
    'b.js': 'export const x=()=>import("./a.js")',
  });
  expect(importsOf(folder, 'b.js')).toEqual([]);
  expect(circlesIn(folder)).toEqual([]);
});
