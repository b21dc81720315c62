import { afterEach, expect, test, vi } from 'vitest';

interface Rules {
  createScriptURL(url: string): string;
}

afterEach(() => vi.unstubAllGlobals());

// That a browser lets each worker start is for the browser tests to see.
test.each([
  ['vault-worker', () => import('./start-vault.ts')],
  ['download-worker', () => import('./downloads.ts')],
])('the policy %s lets the address of its own worker through and no other', async (name, load) => {
  const policies = new Map<string, Rules>();
  vi.stubGlobal('window', {
    trustedTypes: {
      createPolicy(of: string, rules: Rules) {
        policies.set(of, rules);
        return rules;
      },
    },
  });
  await load();
  expect([...policies.keys()]).toEqual([name]);
  for (const url of ['https://evil.example/x.js', '/assets/other.js', 'data:text/javascript,1']) {
    expect(policies.get(name)?.createScriptURL(url)).toBe('');
  }
});
