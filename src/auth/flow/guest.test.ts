/** Somebody of one company who is a guest in another: two accounts, with one name and one password. */
import { expect, test } from 'vitest';
import { company } from '#simulator/seed/company.ts';
import { everybody } from '#simulator/seed/everybody.ts';
import { otherCompany } from '#simulator/seed/tenants.ts';
import type { SignInChoices, SignInPurpose } from '#auth/vault.ts';
import { me, published, withClaims } from './fault-matrix.test-kit.ts';
import {
  answerOf,
  arriveAt,
  cloud,
  keptKeys,
  openTab,
  tenantPerTest,
  type Fault,
} from './tenant.test-kit.ts';

const tenant = tenantPerTest();
const away = company.tenantId;
const home = otherCompany.tenantId;
const oidIn = (tenantId: string) =>
  everybody.find((each) => each.surname === 'Bianchi' && each.tenantId === tenantId)?.oid;

/** Sofía works at one company; to the other one she is a guest. Goes to Microsoft's page and comes back in a new document. */
async function visit(purpose: SignInPurpose, choices: SignInChoices = {}) {
  const before = openTab();
  await before.vault.signIn(purpose, '/profile', choices);
  const sent = new URL(before.leftTo);
  const back = await tenant.visit(before.leftTo, { person: 'sofia' });
  const tab = openTab();
  tenant.seen.length = 0;
  await arriveAt(tab, answerOf(back));
  const session = tab.vault.session.get();
  const account = session.kind === 'signed-in' ? session.account : undefined;
  return { ...tab, sent, session, account };
}

const pathsAsked = () =>
  tenant.seen
    .filter((each) => each.includes('/token'))
    .map((each) => new URL(each.slice(5)).pathname);

const once401 = (): Fault => {
  let left = 1;
  return (request) => {
    if (!request.url.startsWith(cloud.graph.origin)) return undefined;
    left -= 1;
    return left >= 0 ? new Response('{}', { status: 401 }) : undefined;
  };
};

test('a guest is signed in as the tenant’s own object, at the tenant’s own addresses', async () => {
  const { sent, account, vault } = await visit({ kind: 'sign-in' }, { tenant: away });
  expect(sent.pathname).toBe(`/${away}/oauth2/v2.0/authorize`);
  expect(oidIn(away)).not.toBe(oidIn(home));
  expect(account).toMatchObject({
    id: `${away}.${oidIn(away)}`,
    tenantId: away,
    username: 'sofia@harbourline.example',
    isPersonal: false,
  });
  expect((await vault.send(me)).status).toBe(200);
  tenant.fault = once401();
  expect((await vault.send(me)).status).toBe(200);
  expect(pathsAsked()).toEqual([`/${away}/oauth2/v2.0/token`, `/${away}/oauth2/v2.0/token`]);
});

test('what a guest is asked later is asked where they are one: a permission, a proof, and after a reload', async () => {
  await visit({ kind: 'sign-in' }, { tenant: away });
  for (const purpose of [
    { kind: 'grant', resource: cloud.graph, scopes: ['Contacts.Read'] },
    { kind: 'step-up', claims: undefined },
    { kind: 'restore' },
  ] as const) {
    const { sent, account } = await visit(purpose as SignInPurpose);
    expect(sent.pathname).toBe(`/${away}/oauth2/v2.0/authorize`);
    expect(account?.id).toBe(`${away}.${oidIn(away)}`);
  }
});

test('a guest who begins anew, or takes another account, is at home again: another account, with nothing of the guest’s', async () => {
  const guest = await visit({ kind: 'sign-in' }, { tenant: away });
  for (const kind of ['sign-in', 'switch-account'] as const) {
    const { sent, account, vault, session } = await visit({ kind });
    expect(sent.pathname).toBe('/common/oauth2/v2.0/authorize');
    expect(account?.id).toBe(`${home}.${oidIn(home)}`);
    expect(session).toMatchObject({ grants: [{ resource: cloud.graph.identifier }] });
    tenant.fault = once401();
    expect((await vault.send(me)).status).toBe(200);
    expect(pathsAsked()).toEqual(['/common/oauth2/v2.0/token', `/${home}/oauth2/v2.0/token`]);
    tenant.fault = undefined;
  }
  // The tab in which she was the guest is told, as of any other account.
  await expect
    .poll(() => guest.vault.session.get())
    .toMatchObject({ kind: 'signed-out', because: 'account-changed' });
});

test('and back as a guest: the home session is not taken for it', async () => {
  await visit({ kind: 'sign-in' });
  const { account } = await visit({ kind: 'sign-in' }, { tenant: away });
  expect(account?.id).toBe(`${away}.${oidIn(away)}`);
});

test('where one tenant was asked, an answer of another signs nobody in, however well it is signed', async () => {
  const answering =
    (tid: string): Fault =>
    async (request, next) => {
      const body = async () => (await (await next()).json()) as { keys: object[] };
      if (request.url.includes('/keys')) {
        return Response.json({ keys: [...(await body()).keys, published] });
      }
      if (!request.url.includes('/token')) return undefined;
      return withClaims({ tid, iss: `https://login.microsoftonline.com/${tid}/v2.0` })(
        request,
        next,
      );
    };
  tenant.fault = answering(home);
  const wrong = await visit({ kind: 'sign-in' }, { tenant: away });
  expect(wrong.session).toMatchObject({ failure: { kind: 'id-token-refused' } });
  tenant.fault = answering(away);
  expect((await visit({ kind: 'sign-in' }, { tenant: away })).account?.tenantId).toBe(away);
});

test('signing out as a guest leaves nothing of the other tenant behind', async () => {
  const { vault } = await visit({ kind: 'sign-in' }, { tenant: away });
  await vault.signOut();
  expect(keptKeys()).toEqual([]);
});
