import { expect, test } from 'vitest';
import { adele, authorizeUrl, hosts, redeem, signIn } from '#simulator/browser.test-kit.ts';
import { steeredTenant } from '#simulator/steered.test-kit.ts';

const ownId = '0f0e0d0c-1111-4222-8333-444455556666';

test('permissions that nothing here opens are known by their names, and who may agree to them', async () => {
  const { browser, tenant } = await steeredTenant();
  const scope = 'openid channelmessage.send Sites.Manage.All';
  await browser.open(await authorizeUrl({ scope }));
  await browser.choose(adele);
  const { answer } = await browser.press({ accept: '1' });
  const { body } = await redeem(tenant, answer.get('code'));
  expect(body['scope']).toBe('openid ChannelMessage.Send Sites.Manage.All');
  const exchange = 'https://outlook.office.com/';
  const mail = `openid ${exchange}IMAP.AccessAsUser.All ${exchange}SMTP.Send`;
  const page = await browser.open(await authorizeUrl({ scope: mail }));
  expect(page.html).toContain('IMAP.AccessAsUser.All');
  const url = await authorizeUrl({ scope: 'ChannelMessage.Read.All', login_hint: adele });
  expect((await browser.open(url)).heading).toBe('Need admin approval');
});

test('an application may be registered for a permission that nothing here opens, and for none that Graph does not have', async () => {
  const { browser, tell } = await steeredTenant();
  const asks = { client_id: ownId, redirect_uri: 'http://localhost/own' };
  const registered = async (name: string) => {
    const redirectUris = [{ uri: asks.redirect_uri, type: 'spa' }];
    const requires = { 'Microsoft Graph': [name] };
    await tell('applications', { clientId: ownId, redirectUris, requires });
    const scope = `${hosts.graph}/.default`;
    await browser.open(await authorizeUrl({ ...asks, scope, prompt: 'select_account' }));
    return browser.choose(adele);
  };
  expect((await registered('TeamsTab.Create')).html).toContain('TeamsTab.Create');
  const refused = await registered('TeamsTab.Creates');
  expect(refused.answer.get('error_description')).toMatch(/^AADSTS65005: /);
});

test('the directory lists the permissions of Graph alike, whatever was asked for before', async () => {
  const { browser, tenant } = await steeredTenant();
  const asked = { scope: 'openid Application.Read.All' };
  const { answer } = await signIn(browser, asked, 'ingrid@northlight.example');
  const { body } = await redeem(tenant, answer.get('code'));
  const list = async () => {
    const filter = encodeURIComponent("displayName eq 'Microsoft Graph'");
    const url = `${hosts.graph}/v1.0/servicePrincipals?$filter=${filter}`;
    const headers = { authorization: `Bearer ${String(body['access_token'])}` };
    return (await tenant.fetch(new Request(url, { headers }))).text();
  };
  const before = await list();
  expect(before).toContain('"User.Read"');
  await browser.open(await authorizeUrl({ scope: 'ChannelMessage.Edit', login_hint: adele }));
  expect(await list()).toBe(before);
});
