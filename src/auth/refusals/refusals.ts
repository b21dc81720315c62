/** Loaded a little later than what it explains. */
import { afterStart } from '#auth/after-start.ts';

export const refusals = afterStart(() => import('./when-refused.ts'));
