/** What is written into the browser on request, and what is not. */
import { expect, test, vi } from 'vitest';
import { installSettings } from '#config/settings.ts';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});
const canary = 'canary-7Qx-0123456789';
const draft = {
  method: 'POST',
  url: `https://graph.microsoft.com/v1.0/me?$top=1&access_token=${canary}`,
  headers: `Prefer: x\nX-Api-Key: ${canary}\nAuthorization: Bearer ${canary}`,
  body: `{"password": "${canary}"}`,
} as const;
const answer = { status: 200, at: 5 } as never;

test('history is kept when somebody asks for it, without bodies and what is secret, and is gone when they do not', async () => {
  installSettings({
    cloud: 'global',
    clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
    tenant: 'common',
  });
  const store = await import('./saved-store.ts');
  store.remember(draft, answer);
  expect(kept.size).toBe(0);
  store.keepHistory(true);
  store.remember(draft, answer);
  const [text = ''] = kept.values();
  expect(text).not.toContain('canary');
  expect(JSON.parse(text)).toMatchObject([
    {
      draft: {
        method: 'POST',
        url: 'https://graph.microsoft.com/v1.0/me?$top=1&access_token={{secret1}}',
        headers: 'Prefer: x\nX-Api-Key: {{secret1}}',
        body: '',
      },
    },
    {},
  ]);
  // Another page of this browser, later.
  vi.resetModules();
  const later = await import('./saved-store.ts');
  expect(later.history.get()).toHaveLength(2);
  later.forgetEntry(later.history.get()[0]?.id ?? 0);
  expect(JSON.parse([...kept.values()][0] ?? '')).toHaveLength(1);
  later.keepHistory(false);
  expect(kept.size).toBe(0);
  for (let sent = 0; sent < 120; sent += 1) later.remember(draft, answer);
  expect(later.history.get()).toHaveLength(100);
  // Answers may be large: of a few there is something to compare.
  expect(later.history.get().filter((each) => each.answer)).toHaveLength(10);
});
