import { queryOptions } from '@tanstack/react-query';
import type { SignInChoices, SignInPurpose, Vault } from '#auth/vault.ts';

export const plannerQueries = {
  /** Nothing is kept, and nothing sent: it is the question put into words. Random parts are made anew each time. */
  prepared: (vault: Vault, purpose: SignInPurpose, returnTo: string, choices: SignInChoices) =>
    queryOptions({
      queryKey: ['permissions', 'prepared', purpose, returnTo, choices],
      queryFn: () => vault.prepareSignIn(purpose, returnTo, choices),
      staleTime: Infinity,
      gcTime: 0,
      structuralSharing: false,
    }),
};
