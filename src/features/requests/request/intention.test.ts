import { beforeEach, expect, test, vi } from 'vitest';
import { AuthError } from '#auth/auth-error.ts';
import { installVault, type Vault } from '#auth/vault.ts';
import { intendToSend, wasIntended } from './intention.ts';

const kept = new Map<string, string>();
const adele = 'adele@northlight.example';
const refused = new AuthError({ kind: 'consent-required', message: 'Not yet.' });
const draft = {
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me/messages?$search="secret plans"',
  headers: '',
  body: '',
} as const;

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  const session = { kind: 'signed-in', account: { username: adele } };
  installVault({ session: { get: () => session } } as unknown as Vault);
});

test('a reading request that lacked a permission is sent once, for the person who wanted it', () => {
  intendToSend(draft, refused);
  expect([...kept.values()].join()).not.toContain('secret');
  expect(wasIntended(draft, adele)).toBe(true);
  expect(wasIntended(draft, adele)).toBe(false);
  intendToSend(draft, refused);
  expect(wasIntended(draft, 'ingrid@northlight.example')).toBe(false);
});

test('what writes, another request and another failure are not sent by themselves', () => {
  intendToSend({ ...draft, method: 'POST' }, refused);
  expect(wasIntended(draft, adele)).toBe(false);
  intendToSend(draft, refused);
  expect(wasIntended({ ...draft, url: 'https://graph.microsoft.com/v1.0/me' }, adele)).toBe(false);
  intendToSend(draft, refused);
  expect(wasIntended({ ...draft, method: 'DELETE' }, adele)).toBe(false);
  intendToSend(draft, new AuthError({ kind: 'network', message: 'Gone.' }));
  expect(wasIntended(draft, adele)).toBe(false);
});
