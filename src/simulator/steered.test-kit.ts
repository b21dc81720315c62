/** For tests: a tenant that is steered by its control calls, as a panel or another project would. */
import { controlOrigin } from '#simulator/control/steered.ts';
import { redeem, signIn, TestBrowser, testTenant, type TokenAnswer } from './browser.test-kit.ts';

export async function steeredTenant() {
  const { tenant } = await testTenant();
  const call = (method: string, what: string, body?: object) =>
    tenant.fetch(
      new Request(`${controlOrigin}/control/${what}`, {
        method,
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
  return {
    tenant,
    browser: new TestBrowser(tenant),
    call,
    tell: (what: string, body: object = {}) => call('POST', what, body),
    ask: async <T>(what: string) => (await (await call('GET', what)).json()) as T,
  };
}

/** Signed in as far as the tokens. */
export async function tokensOf(
  tenant: Parameters<typeof redeem>[0],
  browser: TestBrowser,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<TokenAnswer> {
  const { answer } = await signIn(browser, changes);
  return redeem(tenant, answer.get('code'));
}
