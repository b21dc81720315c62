import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { vault, type SignInChoices, type SignInPurpose } from '#auth/vault.ts';

/** Sends the person to Microsoft's page and back to where they are now, unless told otherwise. */
export function useSignIn(): {
  signIn: (purpose: SignInPurpose, returnTo?: string, choices?: SignInChoices) => void;
  /** The page is about to leave. */
  leaving: boolean;
  /** Why it did not leave. */
  problem: unknown;
} {
  const { pathname, search } = useLocation();
  const [state, setState] = useState<{ leaving: boolean; problem?: unknown }>({ leaving: false });

  // Back from Microsoft's page, out of the browser's memory: the page has not left after all.
  useEffect(() => {
    const back = ({ persisted }: PageTransitionEvent) => {
      if (persisted) setState({ leaving: false });
    };
    window.addEventListener('pageshow', back);
    return () => window.removeEventListener('pageshow', back);
  }, []);

  const signIn = (
    purpose: SignInPurpose,
    returnTo = pathname + search,
    choices?: SignInChoices,
  ) => {
    setState({ leaving: true });
    vault()
      .signIn(purpose, returnTo, choices)
      .catch((problem: unknown) => setState({ leaving: false, problem }));
  };
  return { signIn, leaving: state.leaving, problem: state.problem };
}
