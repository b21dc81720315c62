/** The signed-in person, their licences and their organization (user, licenseDetails). */
import { licences } from '#simulator/directory/licences.ts';
import { organizationsOf } from '#simulator/directory/organization.ts';
import { user } from '#simulator/directory/user.ts';
import { signInName } from '#simulator/entra/directory.ts';
import { pairwise } from '#simulator/entra/token/claims.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { needs, opens } from './graph-access.ts';
import { answer, collection, metadata, type GraphApp } from './graph-answer.ts';
import { chosen, readQuery, selected } from './graph-query.ts';

const seldom = () => import('#simulator/seldom/seldom-routes.ts');

export function profileRoutes(app: GraphApp, context: TenantContext): void {
  app.get('/v1.0/me', needs(context, opens.profile, 'directory'), async (c) => {
    const { select, expand } = readQuery(c.req.url, ['$select', '$expand']);
    const person = c.get('facts').person;
    const usual = user(person);
    const isUsual = select?.every((name) => name in usual) ?? true;
    const members = isUsual
      ? usual
      : (await import('#simulator/directory/user-members.ts')).everyMember(person);
    const settings = select?.includes('mailboxSettings')
      ? await (await seldom()).settingsBeside(app, c)
      : undefined;
    const suffix = `users${chosen(select)}`;
    return answer({
      '@odata.context': metadata(context, `${suffix}/$entity`),
      ...selected({ ...members, ...settings }, select, 'user'),
      ...(expand ? (await seldom()).expandedPerson(c, context, person, expand) : {}),
    });
  });
  // OpenID Connect's, which Entra leaves to Graph; `sub` is the id_token's, and so the application's own.
  app.on(['GET', 'POST'], '/oidc/userinfo', needs(context, ['openid'], 'directory'), async (c) => {
    const { person, scopes, clientId = '' } = c.get('facts');
    return answer({
      sub: await pairwise(clientId, person),
      ...(scopes.includes('profile')
        ? { name: person.displayName, family_name: person.surname, given_name: person.givenName }
        : {}),
      picture: `${context.hosts.graph}/v1.0/me/photo/$value`,
      ...(scopes.includes('email') ? { email: signInName(person) } : {}),
    });
  });
  app.get('/v1.0/me/licenseDetails', needs(context, opens.licences, 'directory'), (c) => {
    const { person } = c.get('facts');
    const { select } = readQuery(c.req.url, ['$select', '$top']);
    const value = licences(person).map((each) => selected(each, select, 'licenseDetails', ['id']));
    return answer(collection(context, `users('${person.oid}')/licenseDetails`, value));
  });
  app.get('/v1.0/organization', needs(context, opens.organization, 'directory'), (c) => {
    const { select } = readQuery(c.req.url, ['$select', '$top']);
    const all = organizationsOf(c.get('facts').person);
    const value = all.map((each) => selected(each, select, 'organization'));
    return answer(collection(context, 'organization', value));
  });
}
