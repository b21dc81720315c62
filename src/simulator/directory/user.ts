/** A person in the members that Graph sends unless others are asked for. */
import type { User } from '#contract/graph.ts';
import { hasMailbox } from '#simulator/graph/graph-access.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';

export function user(person: Person): User {
  return {
    businessPhones: [...person.businessPhones],
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: person.jobTitle || null,
    mail: hasMailbox(person) ? person.userPrincipalName : null,
    mobilePhone: person.mobilePhone,
    officeLocation: person.officeLocation || null,
    preferredLanguage: person.preferredLanguage,
    surname: person.surname,
    userPrincipalName: person.userPrincipalName,
    id: person.oid,
  };
}

/** What `User.ReadBasic.All` shows of a colleague; the rest comes as nothing. */
export function basicMembers(whole: User): User {
  return {
    ...whole,
    businessPhones: [],
    jobTitle: null,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
  };
}

/** Everybody whom the directory of the person's company has an object of. */
export function colleaguesOf(
  { people, directory }: Pick<TenantContext, 'people' | 'directory'>,
  { tenantId }: Person,
): Person[] {
  return (directory?.people ?? people).filter(
    (each) => each.tenantId === tenantId && each.difficulty !== 'deleted',
  );
}
