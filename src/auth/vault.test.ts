import { afterEach, expect, test } from 'vitest';
import { installVault, vault, type Vault } from './vault.ts';

const none = undefined as unknown as Vault;
afterEach(() => installVault(none));

test('everybody is given the vault that the document started with', () => {
  const one = { forgetHint: () => undefined } as Vault;
  installVault(one);
  expect(vault()).toBe(one);
  expect(vault()).toBe(one);
});

test('whoever asks before there is one is told so, and given none', () => {
  installVault(none);
  expect(vault).toThrow(/^installVault\(\) has not been called$/);
});
