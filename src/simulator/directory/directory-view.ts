/** What the directory holds, for Graph to show to administrators: applications, the APIs they ask, and who agreed to what. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import type { KnownResource } from '#simulator/entra/scopes.ts';
import type { Consents } from '#simulator/entra/state.ts';

export interface DirectoryApp {
  readonly appId: string;
  readonly displayName: string;
  readonly redirectUris: readonly string[];
}

export interface GivenConsent {
  readonly appId: string;
  /** `undefined` where an administrator agreed for everybody. */
  readonly oid: string | undefined;
  readonly resource: KnownResource;
  readonly scopes: readonly string[];
}

export interface DirectoryView {
  readonly apps: readonly DirectoryApp[];
  readonly resources: readonly KnownResource[];
  consents(tenantId: string): Promise<readonly GivenConsent[]>;
  /** Every token of the person is called back. */
  revoke(oid: string): Promise<void>;
}

export function createDirectoryView(entra: EntraContext): DirectoryView {
  const { client, resources, state, people } = entra;
  const given = (oid: string | undefined, consents: Consents): GivenConsent[] =>
    resources.flatMap((resource) => {
      const scopes = consents[resource.identifier] ?? [];
      return scopes.length > 0 ? [{ appId: client.clientId, oid, resource, scopes }] : [];
    });
  return {
    apps: [
      {
        appId: client.clientId,
        displayName: client.displayName,
        redirectUris: client.redirectUris,
      },
    ],
    resources,
    async consents(tenantId) {
      // Nobody has consented as nobody, so what is left is what was agreed to for all.
      const forAll = await state.consents(client.clientId, { oid: 'nobody', tenantId });
      const own = await Promise.all(
        people
          .filter((person) => person.tenantId === tenantId)
          .map(async (person) => {
            const all = await state.consents(client.clientId, person);
            const rest = Object.entries(all).map(([resource, scopes]) => [
              resource,
              scopes.filter((scope) => !forAll[resource]?.includes(scope)),
            ]);
            return given(person.oid, Object.fromEntries(rest) as Consents);
          }),
      );
      return [...given(undefined, forAll), ...own.flat()];
    },
    revoke: (oid) => state.revoke(oid, entra.now(), { refreshTokens: true }),
  };
}
