/** Application ids of Microsoft's own APIs, the same in every tenant, as app manifests name them. */
export const resourceAppIds = {
  graph: '00000003-0000-0000-c000-000000000000',
} as const;

/** The permission lists leave the scopes of the sign-in without ids; many published app manifests agree on these. */
export const signInScopeIds: ReadonlyMap<string, string> = new Map([
  ['openid', '37f7f235-527c-4136-accd-4a02d197296e'],
  ['profile', '14dad69e-099b-42c9-810b-d002981feec1'],
  ['email', '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0'],
  ['offline_access', '7427e0e9-2fba-42fe-b0c0-848c9e6a8182'],
]);
