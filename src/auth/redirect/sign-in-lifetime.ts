/** How long an attempt to sign in may take, in milliseconds: as long as Entra's codes live. */
export const signInLifetime = 10 * 60_000;
