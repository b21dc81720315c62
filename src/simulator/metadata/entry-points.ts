/** Where a client of Graph begins: sets and single things at its root, each with the type it is of. */
type Entry = readonly [name: string, type: string];

export const entrySets: readonly Entry[] = [
  ['applications', 'application'],
  ['directoryObjects', 'directoryObject'],
  ['directoryRoles', 'directoryRole'],
  ['drives', 'drive'],
  ['groups', 'group'],
  ['oauth2PermissionGrants', 'oAuth2PermissionGrant'],
  ['organization', 'organization'],
  ['servicePrincipals', 'servicePrincipal'],
  ['sites', 'site'],
  ['subscribedSkus', 'subscribedSku'],
  ['teams', 'team'],
  ['users', 'user'],
];

export const entrySingletons: readonly Entry[] = [['me', 'user']];
