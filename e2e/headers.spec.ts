import { expect, test } from './fixtures.ts';
import { adele, signIn } from './person.ts';

for (const path of ['/', '/mail/inbox/some-message', '/auth/callback/global']) {
  test(`the page at ${path} carries the whole set of headers`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).not.toMatch(/unsafe-|\*/);
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy).toContain(directive);
    }
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
  });
}

test('the built page carries the policy itself, for hosts that send no headers', async ({
  page,
}) => {
  await page.goto('/');
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
});

test('the page has no inline script or style and nothing of another origin, and its worker reaches no host but those of the clouds', async ({
  page,
  app,
}) => {
  await signIn(page, adele, '/profile');
  const found = await page.evaluate(() => ({
    inline: document.querySelectorAll('script:not([src]), style, [onclick], [onload]').length,
    sources: [...document.querySelectorAll('script[src], link[rel="stylesheet"], img[src]')].map(
      (element) => (element as HTMLScriptElement).src || (element as HTMLLinkElement).href,
    ),
  }));
  expect(found.inline).toBe(0);
  expect(
    found.sources.filter((url) => !url.startsWith(app.origin) && !url.startsWith('blob:')),
  ).toEqual([]);

  const violated = await page.workers()[0]?.evaluate(
    () =>
      new Promise<string>((resolve) => {
        // By the policy, not by the lack of such a host.
        addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
        void fetch('https://elsewhere.example/').catch(() =>
          setTimeout(() => resolve('none'), 500),
        );
      }),
  );
  expect(violated).toBe('connect-src');
});

test('the policy holds: an inline script, a string for innerHTML and a foreign request are refused', async ({
  page,
  watched,
}) => {
  await page.goto('/');
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script');
    const refused: string[] = [];
    try {
      script.textContent = 'window.ran = true';
      document.body.append(script);
    } catch {
      refused.push('script');
    }
    try {
      document.createElement('div').innerHTML = '<b>x</b>';
    } catch {
      refused.push('innerHTML');
    }
    await fetch('https://elsewhere.example/').catch(() => refused.push('fetch'));
    return { refused, ran: 'ran' in window };
  });
  expect(outcome.ran).toBe(false);
  expect(outcome.refused).toEqual(expect.arrayContaining(['innerHTML', 'fetch']));
  // All three were also seen from outside, as every violation in any other test would be.
  expect(watched.complaints().join('\n')).toMatch(/connect-src/);
  expect(watched.complaints().join('\n')).toMatch(/TrustedHTML/);
  watched.forgive(/./);
});

test('scripts are kept by the browser for a year, and compressed', async ({ request, page }) => {
  await page.goto('/');
  const source = await page.locator('script[type="module"]').getAttribute('src');
  const headers = (await request.get(source ?? '')).headers();
  expect(headers['cache-control']).toContain('immutable');
  expect(headers['content-encoding']).toMatch(/br|gzip/);
  // A year is safe because another content has another name.
  const sources = await page
    .locator('script[src], link[rel="modulepreload"], link[rel="stylesheet"]')
    .evaluateAll((found) =>
      found.map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? ''),
    );
  expect(sources.length).toBeGreaterThan(2);
  for (const name of sources) expect(name).toMatch(/\/assets\/[\w-]+-[\w-]{7,8}\.(js|css)$/);
});
