/** Leaving for Microsoft's pages: wanted at a click, so it does not stand before the first screen. */
export { signInRequest } from './sign-in-request.ts';
export { signOutUrl } from './sign-out.ts';
