import { expect, test } from 'vitest';
import { adele, authorizeUrl, TestBrowser, testTenant } from '#simulator/browser.test-kit.ts';

test('an application with a server can have its answer posted, refusals too', async () => {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  const asked = {
    client_id: 'c2a90d64-7f3b-4e18-b5c6-1d8e0f47a293',
    redirect_uri: 'https://lens.northlight.example/signed-in',
    response_mode: 'form_post',
    state: '"quoted"',
  };
  const company = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
  const posted = (html: string) => {
    expect(html).toContain(
      '<form method="post" action="https://lens.northlight.example/signed-in"',
    );
    return new Map(
      [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
  };
  await browser.open(await authorizeUrl(asked, company));
  await browser.choose(adele);
  const granted = await browser.press({ accept: '1' });
  expect(granted.target).toBeUndefined();
  expect(posted(granted.html).get('code')?.length).toBeGreaterThan(100);
  expect(posted(granted.html).get('state')).toBe('&quot;quoted&quot;');
  const refused = await browser.open(await authorizeUrl({ ...asked, prompt: 'x' }, company));
  expect(posted(refused.html).get('error')).toBe('invalid_request');
});
