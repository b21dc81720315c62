/** What the directory holds, for Graph to show to administrators: applications, the APIs they ask, and who agreed to what. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import { productClientId, type Registration } from '#simulator/entra/registrations.ts';
import type { KnownResource } from '#simulator/entra/resources.ts';
import type { Consents } from '#simulator/entra/state-rows.ts';
import type { Policies } from '#simulator/steering.ts';
import type { Person } from '#simulator/tenant-context.ts';

export type DirectoryApp = Omit<Registration, 'certificates' | 'secret'>;

export interface GivenConsent {
  readonly appId: string;
  /** `undefined` where an administrator agreed for everybody. */
  readonly oid: string | undefined;
  readonly resource: KnownResource;
  readonly scopes: readonly string[];
}

export interface DirectoryView {
  /** With those who cannot sign in or meet a difficulty, and guests. */
  readonly people: readonly Person[];
  readonly apps: readonly DirectoryApp[];
  readonly resources: readonly KnownResource[];
  /** Which of Microsoft's policies of consent is in force. */
  readonly userConsent: Policies['userConsent'];
  consents(tenantId: string): Promise<readonly GivenConsent[]>;
  /** What was agreed to is less from now on, or nothing; tokens that are out go on until they end. */
  leave(consent: GivenConsent, tenantId: string, scopes: readonly string[]): Promise<void>;
  /** Every token of the person is called back. */
  revoke(oid: string): Promise<void>;
}

export function createDirectoryView(entra: EntraContext): DirectoryView {
  const { resources, state } = entra;
  const given = (appId: string, oid: string | undefined, consents: Consents): GivenConsent[] =>
    resources.flatMap((resource) => {
      const scopes = consents[resource.identifier] ?? [];
      return scopes.length > 0 ? [{ appId, oid, resource, scopes }] : [];
    });
  return {
    get people() {
      return entra.people;
    },
    get apps() {
      return entra.applications;
    },
    resources,
    get userConsent() {
      return entra.policies.userConsent;
    },
    async consents(tenantId) {
      const clientId = productClientId;
      // Nobody has consented as nobody, so what is left is what was agreed to for all.
      const forAll = await state.consents(clientId, { oid: 'nobody', tenantId });
      const ofOthers = (await state.grants()).flatMap((grant) =>
        grant.clientId === clientId || (grant.tenantId ?? tenantId) !== tenantId
          ? []
          : given(grant.clientId, grant.principal, grant.consents),
      );
      const own = await Promise.all(
        entra.people
          .filter((person) => person.tenantId === tenantId)
          .map(async (person) => {
            const all = await state.consents(clientId, person);
            const rest = Object.entries(all).map(([resource, scopes]) => [
              resource,
              scopes.filter((scope) => !forAll[resource]?.includes(scope)),
            ]);
            return given(clientId, person.oid, Object.fromEntries(rest) as Consents);
          }),
      );
      return [...given(clientId, undefined, forAll), ...own.flat(), ...ofOthers];
    },
    leave: ({ appId, oid, resource }, tenantId, scopes) =>
      state.setConsents(appId, { oid, tenantId }, resource.identifier, scopes),
    revoke: (oid) => state.revoke(oid, entra.now(), { refreshTokens: true }),
  };
}
