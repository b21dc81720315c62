/** What Entra's refusals mean: a good answer does not need it. */
import { afterStart } from '#auth/after-start.ts';

export const refusals = afterStart(() => import('./entra-refusal.ts'));
