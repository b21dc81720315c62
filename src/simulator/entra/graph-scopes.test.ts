import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { graphScopes } from './graph-scopes.ts';

/** Made from Microsoft's own lists; it lies beside the repository where it is at hand. */
const file = new URL('../../../../shared/data/scopes.json', import.meta.url);

interface Fact {
  readonly scope: string;
  readonly resource: string;
  readonly admin: boolean;
}

test.runIf(existsSync(file))(
  'every scope that matters is known, with the flag of Microsoft’s own list',
  () => {
    const { scopes } = JSON.parse(readFileSync(file, 'utf8')) as { scopes: Fact[] };
    const graph = scopes.filter(({ resource }) => /^(openid|https:\/\/graph\.)/.test(resource));
    expect(graph.length).toBeGreaterThan(40);
    expect(graph.filter(({ scope }) => !graphScopes[scope]).map(({ scope }) => scope)).toEqual([]);
    const flags = graph.map(({ scope }) => [scope, graphScopes[scope]?.admin === true]);
    expect(flags).toEqual(graph.map(({ scope, admin }) => [scope, admin]));
  },
);
