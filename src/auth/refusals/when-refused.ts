/** What a good answer does not need: what Entra's refusals mean, and what an API's challenge asks for. */
export { readClaimsChallenge, unansweredChallenge } from '#auth/claims-challenge.ts';
export { signInRefusal, tokenRefusal } from './entra-refusal.ts';
