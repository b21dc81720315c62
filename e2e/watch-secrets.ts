import type { BrowserContext } from '@playwright/test';

function isTokenUrl(url: string): boolean {
  return new URL(url).pathname.endsWith('/oauth2/v2.0/token');
}

/** Everything secret that goes over the wire, as it goes. */
export function watchSecrets(context: BrowserContext) {
  const secrets = new Set<string>();
  context.on('request', (request) => {
    if (!isTokenUrl(request.url())) return;
    const form = new URLSearchParams(request.postData() ?? '');
    for (const name of ['code', 'code_verifier', 'refresh_token']) {
      const value = form.get(name);
      if (value) secrets.add(value);
    }
  });
  const answers: Promise<void>[] = [];
  context.on('response', (response) => {
    if (!isTokenUrl(response.url())) return;
    answers.push(
      response.json().then((body: Record<string, string>) => {
        for (const name of ['access_token', 'refresh_token', 'id_token']) {
          const value = body[name];
          if (value) secrets.add(value);
        }
      }),
    );
  });
  return { secrets, settled: () => Promise.all(answers) };
}
