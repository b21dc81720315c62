/** What the tenant knows now, for whoever watches it: sessions, grants, what was issued. No token, code or key is in it. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import { accountOf, signInName } from '#simulator/entra/directory.ts';
import { remarks } from '#simulator/entra/pages/account.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import type { Steering } from '#simulator/steering.ts';
import { tenantNamed } from '#simulator/seed/tenants.ts';

export async function knowledge(context: EntraContext, steering: Steering): Promise<object> {
  const { state, people, applications } = context;
  const nameOf = (oid: string | undefined) => {
    const person = people.find((each) => each.oid === oid || accountOf(each) === oid);
    return person ? signInName(person) : oid;
  };
  const titleOf = (clientId: string) =>
    applications.find((each) => each.clientId === clientId)?.displayName ?? clientId;
  const now = context.now();
  return {
    now: new Date(now).toISOString(),
    steering: { ...steering, applications: steering.applications.map(described) },
    sessions: (await state.sessions()).map((accounts) =>
      accounts.map(({ oid, sid, signedInAt, mfaAt }) => ({
        user: nameOf(oid),
        sid,
        signedInAt: new Date(signedInAt).toISOString(),
        secondFactor: mfaAt !== undefined,
      })),
    ),
    grants: (await state.grants()).map(({ clientId, principal, tenantId, consents }) => ({
      clientId,
      application: titleOf(clientId),
      consentType: principal === undefined ? 'AllPrincipals' : 'Principal',
      ...(principal === undefined
        ? { tenantId }
        : { principalId: principal, user: nameOf(principal) }),
      scopes: consents,
    })),
    issued: (await state.issued()).map(({ oid, issuedAt, endsAt, clientId, used, ...row }) => ({
      ...row,
      application: titleOf(clientId),
      ...(oid ? { user: nameOf(oid) } : {}),
      issuedAt: new Date(issuedAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
      state: used ? 'used' : endsAt <= now ? 'over' : 'live',
    })),
    approvalRequests: (await state.approvalRequests()).map(({ oid, askedAt, ...request }) => ({
      ...request,
      application: titleOf(request.clientId),
      user: nameOf(oid),
      askedAt: new Date(askedAt).toISOString(),
    })),
  };
}

export function whoIsWho({ people }: EntraContext): readonly object[] {
  return people.map((person) => ({
    user: signInName(person),
    displayName: person.displayName,
    oid: person.oid,
    tenantId: person.tenantId,
    tenant: tenantNamed(person.tenantId),
    jobTitle: person.jobTitle,
    isAdministrator: person.isAdministrator,
    isGuest: person.home !== undefined,
    isPersonal: person.isPersonal === true,
    difficulty: person.difficulty ?? 'none',
    servicePlans: person.servicePlans,
    mailboxSize: person.mailboxSize,
    remarks: remarks(person),
  }));
}

/** A registration without what proves it. */
export function described({ certificates, secret, ...rest }: Registration): object {
  return {
    ...rest,
    certificates: (certificates ?? []).map(({ sha1, sha256 }) => ({
      x5t: sha1,
      'x5t#S256': sha256,
    })),
    hasSecret: secret !== undefined,
  };
}
