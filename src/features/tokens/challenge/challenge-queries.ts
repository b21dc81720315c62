import { queryOptions } from '@tanstack/react-query';
import type { Vault } from '#auth/vault.ts';

export const challengeQueries = {
  /** Nothing is kept, and nothing sent, until somebody goes. */
  stepUp: (vault: Vault, claims: string, returnTo: string) =>
    queryOptions({
      queryKey: ['tokens', 'step-up', claims, returnTo],
      queryFn: () => vault.prepareSignIn({ kind: 'step-up', claims }, returnTo),
      staleTime: Infinity,
      gcTime: 0,
      structuralSharing: false,
    }),
};
