import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

test('a build with the simulator switched off contains none of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'without-simulator-'));
  try {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/vite/bin/vite.js'),
        'build',
        '--logLevel',
        'error',
        '--outDir',
        folder,
      ],
      { cwd: root, env: { ...process.env, NODE_ENV: 'production', GRANTSCOPE_SIMULATOR: 'off' } },
    );
    expect(readdirSync(folder)).not.toContain('simulated-page.html');
    const files = readdirSync(join(folder, 'assets'));
    const sources = files
      .filter((name) => name.endsWith('.map'))
      .flatMap((name) => {
        const map: unknown = JSON.parse(readFileSync(join(folder, 'assets', name), 'utf8'));
        return (map as { sources: readonly string[] }).sources;
      });
    // That the maps are read at all.
    expect(sources.some((source) => source.endsWith('src/app/world.ts'))).toBe(true);
    const stray = /src\/(simulator|features\/simulator-panel|app\/(simulated-world|steer-tenant))/;
    expect(sources.filter((source) => stray.test(source))).toEqual([]);
    const scriptsWith = (words: string) =>
      files.filter(
        (name) =>
          name.endsWith('.js') &&
          readFileSync(join(folder, 'assets', name), 'utf8').includes(words),
      );
    expect(scriptsWith('Northlight Instruments')).toEqual([]);
    expect(scriptsWith('Use the simulated tenant')).toEqual([]);
    expect(scriptsWith('No tenant is set up')).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 180_000);
